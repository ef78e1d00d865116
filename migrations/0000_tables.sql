CREATE TABLE `accounts` (
	`id` integer PRIMARY KEY NOT NULL,
	`customer_id` text NOT NULL,
	`login` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`email` text NOT NULL,
	`language` text NOT NULL,
	`phone` text,
	`phone_kind` text,
	`phone_usable_from` integer NOT NULL,
	`pending_phone_change` text,
	`blocked_at` integer,
	`family_folded` text NOT NULL,
	`given_folded` text NOT NULL,
	`phone_reversed` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `accounts_customer_id` ON `accounts` (`customer_id`);--> statement-breakpoint
CREATE INDEX `accounts_family` ON `accounts` (`family_folded`,`given_folded`);--> statement-breakpoint
CREATE INDEX `accounts_given` ON `accounts` (`given_folded`,`family_folded`);--> statement-breakpoint
CREATE INDEX `accounts_email` ON `accounts` (`email`);--> statement-breakpoint
CREATE INDEX `accounts_phone` ON `accounts` (`phone`);--> statement-breakpoint
CREATE INDEX `accounts_phone_reversed` ON `accounts` (`phone_reversed`);--> statement-breakpoint
CREATE INDEX `accounts_phone_change` ON `accounts` (`customer_id`) WHERE pending_phone_change IS NOT NULL;--> statement-breakpoint
CREATE TABLE `activations` (
	`certificate_id` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`since` integer,
	`lock_cause` text,
	`activated_at` integer,
	`consecutive_failures` integer NOT NULL,
	`wrong_otps` integer NOT NULL,
	`lifetime_failures` integer NOT NULL,
	`attempts` integer NOT NULL,
	`generations` integer NOT NULL,
	`generation` integer,
	`last_time_step` integer,
	`qr_state` text,
	`qr_at` integer,
	`open_code_digest` text,
	`unlocks` text NOT NULL,
	`pending_approval` text,
	`due_at` integer,
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `activations_locked` ON `activations` (`lock_cause`,`since`) WHERE status = 'locked';--> statement-breakpoint
CREATE INDEX `activations_waiting` ON `activations` (`since`) WHERE status = 'awaiting_code';--> statement-breakpoint
CREATE INDEX `activations_frozen` ON `activations` (`since`) WHERE status = 'frozen';--> statement-breakpoint
CREATE INDEX `activations_due` ON `activations` (`due_at`) WHERE due_at IS NOT NULL;--> statement-breakpoint
CREATE TABLE `agents` (
	`agent_id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`own_customer_id` text,
	`failures` integer NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_checkpoints` (
	`seq` integer PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	`signature` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text NOT NULL,
	`command` text NOT NULL,
	`customer_id` text,
	`serial` text,
	`case_id` text,
	`ticket` text,
	`reason` text,
	`note` text,
	`verdict` text NOT NULL,
	`refusal` text,
	`facts` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_log_customer` ON `audit_log` (`customer_id`,`seq`) WHERE customer_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `audit_log_serial` ON `audit_log` (`serial`,`seq`) WHERE serial IS NOT NULL;--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` integer PRIMARY KEY NOT NULL,
	`serial` text NOT NULL,
	`account_id` integer NOT NULL,
	`subject` text NOT NULL,
	`identity` text,
	`not_before` integer NOT NULL,
	`not_after` integer NOT NULL,
	`status` text NOT NULL,
	`status_since` integer NOT NULL,
	`pem` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_serial` ON `certificates` (`serial`);--> statement-breakpoint
CREATE INDEX `certificates_account` ON `certificates` (`account_id`);--> statement-breakpoint
CREATE INDEX `certificates_valid_until` ON `certificates` (`not_after`) WHERE status = 'valid';--> statement-breakpoint
CREATE INDEX `certificates_suspended` ON `certificates` (`status_since`) WHERE status = 'suspended';--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `operators` (
	`operator` text PRIMARY KEY NOT NULL,
	`outage_from` integer NOT NULL,
	`outage_until` integer
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `otp_secrets` (
	`certificate_id` integer NOT NULL,
	`generation` integer NOT NULL,
	`sealed` text NOT NULL,
	`issued_at` integer NOT NULL,
	`superseded_at` integer,
	PRIMARY KEY(`certificate_id`, `generation`),
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL,
	`customer_id` text NOT NULL,
	`serial` text,
	`body` text NOT NULL,
	`taken_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`id`) WHERE taken_at IS NULL;--> statement-breakpoint
CREATE TABLE `sms_attempts` (
	`certificate_id` integer NOT NULL,
	`number` integer NOT NULL,
	`phone` text NOT NULL,
	`requested_at` integer NOT NULL,
	`deadline` integer NOT NULL,
	`operator` text,
	`accepted_at` integer,
	`delivered_at` integer,
	`wrong_entries` integer NOT NULL,
	`outcome` text,
	`ended_at` integer,
	`failure_cause` text,
	`counted` integer NOT NULL,
	PRIMARY KEY(`certificate_id`, `number`),
	FOREIGN KEY (`certificate_id`) REFERENCES `certificates`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sms_attempts_phone` ON `sms_attempts` (`phone`,`requested_at`);--> statement-breakpoint
CREATE TABLE `support_cases` (
	`case_id` text PRIMARY KEY NOT NULL,
	`ticket` text NOT NULL,
	`account_id` integer NOT NULL,
	`agent_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`closed_at` integer,
	`verification` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE restrict
) STRICT;
--> statement-breakpoint
CREATE INDEX `support_cases_account` ON `support_cases` (`account_id`,`opened_at`);--> statement-breakpoint
CREATE TABLE `world` (
	`shelf` text NOT NULL,
	`key` text NOT NULL,
	`position` integer NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`shelf`, `key`, `position`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `world_due` ON `world` (`shelf`,`position`);