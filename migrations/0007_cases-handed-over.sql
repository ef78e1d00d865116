ALTER TABLE `support_cases` ADD `hand_over` text;--> statement-breakpoint
CREATE INDEX `support_cases_open` ON `support_cases` (`opened_at`) WHERE closed_at IS NULL;--> statement-breakpoint
CREATE INDEX `support_cases_agent` ON `support_cases` (`agent_id`,`opened_at`) WHERE closed_at IS NULL;