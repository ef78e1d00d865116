ALTER TABLE `accounts` ADD `last_no_at` integer;--> statement-breakpoint
ALTER TABLE `activations` ADD `freeze_cause` text;--> statement-breakpoint
ALTER TABLE `activations` ADD `last_no_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `reference` text;--> statement-breakpoint
CREATE INDEX `outbox_reference` ON `outbox` (`reference`,`customer_id`) WHERE reference IS NOT NULL;--> statement-breakpoint
ALTER TABLE `support_cases` ADD `words` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_log_approvals` ON `audit_log` (`at`) WHERE command IN ('approve-request', 'approve-phone-change');