CREATE INDEX `audit_log_case` ON `audit_log` (`case_id`,`seq`) WHERE case_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_log_agent` ON `audit_log` (`actor_id`,`seq`) WHERE actor_kind IN ('agent', 'administrator');--> statement-breakpoint
CREATE INDEX `audit_log_command` ON `audit_log` (`command`,`seq`) WHERE command NOT IN ('seed-subscriber', 'import-record');--> statement-breakpoint
CREATE INDEX `audit_log_refused` ON `audit_log` (`seq`) WHERE verdict = 'refused';--> statement-breakpoint
CREATE INDEX `audit_log_at` ON `audit_log` (`at`,`seq`);