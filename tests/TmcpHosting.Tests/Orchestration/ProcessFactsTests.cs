using Aspire.Hosting.Orchestration.Execution.Endpoints;
using Aspire.Hosting.Orchestration.Session;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>What is read from the system's own tables.</summary>
public sealed class ProcessFactsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Name_with_brackets_and_spaces_does_not_shift_the_start_time()
    {
        var identity = ProcessIdentity.ParseStat(7, "7 (my (odd) app) S 1 7 7 0 -1 4194560 1 0 0 0 1 2 3 4 20 0 1 0 8812345 100 200");

        Assert.Equal(new ProcessIdentity(7, 8812345), identity);
    }

    [Fact]
    public void Zombie_counts_as_dead() =>
        Assert.Null(ProcessIdentity.ParseStat(7, "7 (app) Z 1 7 7 0 -1 4194560 1 0 0 0 1 2 3 4 20 0 1 0 8812345 100 200"));

    [Theory]
    [InlineData("4711 8812345", true)]
    [InlineData("4711", false)]
    [InlineData("a b", false)]
    [InlineData("", false)]
    public void Marker_is_read_back_or_refused(string text, bool isValid) => Assert.Equal(isValid, ProcessIdentity.Parse(text) is not null);

    [Fact]
    public void Same_id_with_another_start_time_is_another_process()
    {
        Assert.True(ProcessIdentity.Current.IsAlive);
        Assert.False((ProcessIdentity.Current with { StartTicks = ProcessIdentity.Current.StartTicks + 1 }).IsAlive);
    }

    [Theory]
    [InlineData("   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 87495 1 0 100 0", 8080, "87495")]
    [InlineData("   0: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 87495 1 0 100 0", 8080, null)]
    [InlineData("   0: 0100007F:1F91 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 87495 1 0 100 0", 8080, null)]
    [InlineData("  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode", 8080, null)]
    public void Only_listening_sockets_of_the_port_count(string line, int port, string? inode) => Assert.Equal(inode, PortHolder.ListeningInode(line, port));

    [Fact]
    public void Sweep_removes_folders_of_dead_owners_only()
    {
        var dead = Session("tmcp-dead", "2147483647 1");
        var alive = Session("tmcp-alive", ProcessIdentity.Current.ToString());
        var foreign = Directory.CreateDirectory(Path.Combine(_folder.Path, "tmcp-foreign")).FullName;

        Assert.Empty(new SessionSweeper(_folder.Path).Sweep());

        Assert.False(Directory.Exists(dead));
        Assert.True(Directory.Exists(alive));
        Assert.True(Directory.Exists(foreign));
    }

    [Fact]
    public void Sweep_removes_sockets_that_nobody_has_bound()
    {
        var sockets = Directory.CreateDirectory(Path.Combine(_folder.Path, "dcp")).FullName;
        var (bound, dead, other) = (Path.Combine(sockets, "dcp-notify-sock-a"), Path.Combine(sockets, "dcp-notify-sock-b"), Path.Combine(sockets, "state"));
        foreach (var file in new[] { bound, dead, other })
            File.WriteAllText(file, "");
        var table = Path.Combine(_folder.Path, "unix");
        File.WriteAllLines(table, ["Num RefCount Protocol Flags Type St Inode Path", $"00000000efa122ba: 00000003 00000000 00000000 0001 03 1134415 {bound}"]);

        SessionSweeper.SweepSockets(sockets, table);

        Assert.Equal([bound, other], Directory.GetFiles(sockets).Order());
    }

    [Theory]
    [InlineData("PATH", true)]
    [InlineData("HOME", true)]
    [InlineData("DOTNET_ROOT", true)]
    [InlineData("ASPNETCORE_ENVIRONMENT", false)]
    [InlineData("aspnetcore_urls", false)]
    [InlineData("DOTNET_ENVIRONMENT", false)]
    [InlineData("DOTNET_LAUNCH_PROFILE", false)]
    [InlineData("OTEL_SERVICE_NAME", false)]
    [InlineData("Parameters__demo-password", false)]
    [InlineData("DCP_SESSION_FOLDER", false)]
    [InlineData("MSBuildSDKsPath", false)]
    public void Settings_and_secrets_of_the_app_host_are_not_inherited(string name, bool isPassedOn) =>
        Assert.Equal(isPassedOn, DcpEnvironment.IsPassedOn(name));

    private string Session(string name, string owner)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "owner"), owner);
        return folder;
    }
}
