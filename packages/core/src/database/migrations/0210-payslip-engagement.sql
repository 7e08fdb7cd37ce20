-- The payslips of an engagement, corrections among them: asked for each wage that a close looks at. Without it the planner,
-- where it has not met the office yet, took any index that begins with the office and read all its payslips each time.
create index payslip_engagement on samen.payslip (office_id, engagement_id);
