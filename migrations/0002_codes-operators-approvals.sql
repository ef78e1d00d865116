ALTER TABLE `activations` ADD `previous_code_digest` text;--> statement-breakpoint
CREATE INDEX `activations_pending` ON `activations` (`certificate_id`) WHERE pending_approval IS NOT NULL;--> statement-breakpoint
CREATE INDEX `sms_attempts_operator` ON `sms_attempts` (`operator`,`requested_at`);