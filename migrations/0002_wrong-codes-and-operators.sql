ALTER TABLE `activations` ADD `previous_code_digest` text;--> statement-breakpoint
CREATE INDEX `sms_attempts_operator` ON `sms_attempts` (`operator`,`requested_at`);