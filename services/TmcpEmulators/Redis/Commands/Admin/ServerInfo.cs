using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using TmcpEmulators.Redis.Protocol;
using TmcpEmulators.Redis.Server;

namespace TmcpEmulators.Redis.Commands.Admin;

/// <summary>The text of INFO.</summary>
internal static class ServerInfo
{
    private static readonly (string Name, Action<StringBuilder, RedisServer> Write)[] Sections =
    [
        ("server", Server), ("clients", Clients), ("memory", Memory), ("persistence", Persistence),
        ("stats", Stats), ("replication", Replication), ("cpu", Cpu), ("cluster", Cluster), ("keyspace", Keyspace),
    ];

    public static string Write(Invocation call)
    {
        var wanted = call.Arguments[1..].Select(name => name.Text().ToLowerInvariant()).ToHashSet();
        var all = wanted.Count == 0 || wanted.Overlaps(["all", "everything", "default"]);
        var text = new StringBuilder();
        foreach (var (name, write) in Sections.Where(section => all || wanted.Contains(section.Name)))
        {
            if (text.Length > 0)
                text.Append("\r\n");
            text.Append("# ").Append(name == "cpu" ? "CPU" : char.ToUpperInvariant(name[0]) + name[1..]).Append("\r\n");
            write(text, call.Server);
        }

        return text.ToString();
    }

    private static void Line(this StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append("\r\n");

    private static void Server(StringBuilder text, RedisServer server)
    {
        var uptime = (server.Now - server.StartedAt) / 1000;
        text.Line($"redis_version:{RedisSettings.Version}");
        text.Line($"redis_mode:standalone");
        text.Line($"tmcp_emulator:yes");
        text.Line($"os:{RuntimeInformation.OSDescription}");
        text.Line($"arch_bits:64");
        text.Line($"process_id:{Environment.ProcessId}");
        text.Line($"run_id:{server.RunId}");
        text.Line($"tcp_port:{server.Port}");
        text.Line($"uptime_in_seconds:{uptime}");
        text.Line($"uptime_in_days:{uptime / 86400}");
    }

    private static void Clients(StringBuilder text, RedisServer server)
    {
        text.Line($"connected_clients:{server.Clients.Count}");
        text.Line($"maxclients:{server.Settings.MaxClients}");
        text.Line($"blocked_clients:{server.Waiters.Count}");
    }

    private static void Memory(StringBuilder text, RedisServer server)
    {
        text.Line($"used_memory:{server.Memory.Used}");
        text.Line($"used_memory_human:{Human(server.Memory.Used)}");
        text.Line($"used_memory_rss:{Environment.WorkingSet}");
        text.Line($"used_memory_peak:{server.Memory.Peak}");
        text.Line($"used_memory_peak_human:{Human(server.Memory.Peak)}");
        text.Line($"maxmemory:{server.MaxMemory}");
        text.Line($"maxmemory_human:{Human(server.MaxMemory)}");
        text.Line($"maxmemory_policy:noeviction");
    }

    private static void Persistence(StringBuilder text, RedisServer server)
    {
        text.Line($"loading:{(server.IsLoading ? 1 : 0)}");
        text.Line($"rdb_changes_since_last_save:{server.Changes}");
        text.Line($"rdb_bgsave_in_progress:0");
        text.Line($"aof_enabled:{(server.Log is null ? 0 : 1)}");
        text.Line($"aof_last_write_status:{(server.Log?.Failure is null ? "ok" : "err")}");
        if (server.Log is { } log)
            text.Line($"aof_current_size:{log.Size}");
    }

    private static void Stats(StringBuilder text, RedisServer server)
    {
        text.Line($"total_connections_received:{server.Statistics.Connections}");
        text.Line($"total_commands_processed:{server.Statistics.Commands}");
        text.Line($"rejected_connections:{server.Statistics.Rejected}");
        text.Line($"expired_keys:{server.Statistics.Expired}");
        text.Line($"evicted_keys:0");
        text.Line($"keyspace_hits:{server.Statistics.Hits}");
        text.Line($"keyspace_misses:{server.Statistics.Misses}");
        text.Line($"pubsub_channels:{server.PubSub.Channels.Count}");
        text.Line($"pubsub_patterns:{server.PubSub.Patterns.Count}");
        text.Line($"total_error_replies:{server.Statistics.Errors}");
    }

    private static void Replication(StringBuilder text, RedisServer server)
    {
        text.Line($"role:master");
        text.Line($"connected_slaves:0");
        text.Line($"master_replid:{server.RunId}");
        text.Line($"master_repl_offset:0");
    }

    private static void Cpu(StringBuilder text, RedisServer server)
    {
        var usage = Environment.CpuUsage;
        text.Line($"used_cpu_sys:{usage.PrivilegedTime.TotalSeconds:F6}");
        text.Line($"used_cpu_user:{usage.UserTime.TotalSeconds:F6}");
    }

    private static void Cluster(StringBuilder text, RedisServer server) => text.Line($"cluster_enabled:0");

    private static void Keyspace(StringBuilder text, RedisServer server)
    {
        foreach (var database in server.Databases.Where(database => database.Count > 0))
            text.Line($"db{database.Number}:keys={database.Count},expires={database.ExpiringCount},avg_ttl=0");
    }

    private static string Human(long bytes) => bytes switch
    {
        < 1024 => $"{bytes}B",
        < 1024 * 1024 => $"{bytes / 1024.0:F2}K",
        < 1024 * 1024 * 1024 => $"{bytes / 1024.0 / 1024:F2}M",
        _ => $"{bytes / 1024.0 / 1024 / 1024:F2}G",
    };
}
