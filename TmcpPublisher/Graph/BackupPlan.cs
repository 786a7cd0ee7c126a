namespace Tmcp.Publisher.Graph;

/// <param name="Kind"><c>pocketbase</c>: its own backup API. <c>redis</c>: a snapshot through its replication protocol.</param>
/// <param name="Schedule">Cron expression in UTC.</param>
/// <param name="Keep">How many backups stay.</param>
/// <param name="Size">Of the volume that holds them; a Kubernetes quantity.</param>
internal sealed record BackupPlan(string Kind, string Schedule = "17 2 * * *", int Keep = 7, string Size = "2Gi");
