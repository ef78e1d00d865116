ALTER TABLE `sms_attempts` ADD `submitted_at` integer;--> statement-breakpoint
ALTER TABLE `sms_attempts` ADD `reported_at` integer;--> statement-breakpoint
ALTER TABLE `sms_attempts` ADD `raw_state` text;--> statement-breakpoint
ALTER TABLE `sms_attempts` ADD `error_code` integer;--> statement-breakpoint
ALTER TABLE `sms_attempts` ADD `entered_at` integer;