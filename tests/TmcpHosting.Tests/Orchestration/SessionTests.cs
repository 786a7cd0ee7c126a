using Aspire.Hosting.Orchestration.Dcp;
using Aspire.Hosting.Orchestration.Dcp.Model;
using Aspire.Hosting.Orchestration.Session;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>The driver against the real dcp, without an app model.</summary>
public sealed class SessionTests : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private DcpSession _session = null!;

    public async Task InitializeAsync() => _session = await DcpSession.StartAsync(
        TestEngine.Locate(), new DcpSessionOptions { TemporaryFolder = _folder.Path }, NullLogger.Instance, CancellationToken.None);

    public async Task DisposeAsync() => await _session.DisposeAsync();

    public void Dispose() => _folder.Dispose();

    [EngineFact]
    public async Task Folder_is_private_and_the_api_uses_our_elliptic_key()
    {
        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(Owner, File.GetUnixFileMode(_session.Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_session.Folder, "server.key")));
        var config = Kubeconfig.Parse(await File.ReadAllTextAsync(Path.Combine(_session.Folder, "kubeconfig")));
        using var authority = config.Authority;
        Assert.Equal("1.2.840.10045.2.1", authority.GetKeyAlgorithm());
    }

    [EngineFact]
    public async Task Token_is_required()
    {
        var config = Kubeconfig.Parse(await File.ReadAllTextAsync(Path.Combine(_session.Folder, "kubeconfig")));
        using var stranger = new DcpClient(config with { Token = "wrong" }, TimeProvider.System);

        var refusal = await Assert.ThrowsAsync<DcpException>(() => stranger.ListOnceAsync<DcpService>(CancellationToken.None));

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, refusal.Status);
        Assert.DoesNotContain("wrong", refusal.Message, StringComparison.Ordinal);
    }

    [EngineFact]
    public async Task Other_certificate_is_refused()
    {
        var config = Kubeconfig.Parse(await File.ReadAllTextAsync(Path.Combine(_session.Folder, "kubeconfig")));
        using var folder = new TemporaryFolder();
        var (certificate, _) = DcpCertificate.Write(folder.Path, DateTimeOffset.UtcNow);
        using var stranger = new DcpClient(
            config with { Authority = System.Security.Cryptography.X509Certificates.X509Certificate2.CreateFromPem(await File.ReadAllTextAsync(certificate)) },
            TimeProvider.System);

        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.ListOnceAsync<DcpService>(CancellationToken.None));
    }

    [EngineFact]
    public async Task Watch_that_nobody_reads_blocks_no_write()
    {
        // 120 times 100 kB: three times what dcp holds back before it blocks every writer of the kind.
        _session.Watch<DcpService>();
        var filler = new string('x', 100_000);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));

        for (var index = 0; index < 120; index++)
            await _session.Client.CreateAsync(Service($"s{index}", filler), limit.Token);

        Assert.Equal(120, (await _session.Client.ListOnceAsync<DcpService>(limit.Token)).Count);
    }

    [EngineFact]
    public async Task Renewed_watch_tells_each_change_once()
    {
        var watch = new DcpWatch<DcpService>(_session.Client, TimeProvider.System) { Renewal = TimeSpan.FromMilliseconds(200) };
        using var stop = new CancellationTokenSource();
        var draining = watch.DrainAsync(stop.Token);
        await _session.Client.CreateAsync(Service("first"), CancellationToken.None);
        var versions = new List<string>();
        await ReadUntilAsync(change => change.Object.Status?.EffectivePort > 0);
        var read = versions.Count;

        // The second service comes after several renewals; nothing about the first may come again before it.
        using (var renewals = new PeriodicTimer(TimeSpan.FromMilliseconds(700)))
            await renewals.WaitForNextTickAsync();
        await _session.Client.CreateAsync(Service("second"), CancellationToken.None);
        await ReadUntilAsync(change => change.Object.Metadata.Name == "second" && change.Object.Status?.EffectivePort > 0);
        await _session.Client.DeleteAsync<DcpService>("first", TimeSpan.FromSeconds(10), CancellationToken.None);
        await ReadUntilAsync(change => change is { IsDeleted: true, Object.Metadata.Name: "first" });

        Assert.DoesNotContain(versions.Skip(read), version => version.StartsWith("first ADDED", StringComparison.Ordinal));
        Assert.Equal(versions.Count, versions.Distinct().Count());
        await stop.CancelAsync();
        Assert.Null(await draining);

        async Task ReadUntilAsync(Func<DcpWatchEvent<DcpService>, bool> isLast)
        {
            DcpWatchEvent<DcpService> change;
            do
            {
                change = await watch.Changes.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(2));
                versions.Add($"{change.Object.Metadata.Name} {change.Type} {change.Object.Metadata.ResourceVersion}");
            }
            while (!isLast(change));
        }
    }

    [EngineFact]
    public async Task Object_of_the_same_name_can_be_created_after_its_deletion()
    {
        for (var round = 0; round < 3; round++)
        {
            await _session.Client.CreateAsync(Service("same"), CancellationToken.None);
            await _session.Client.DeleteAsync<DcpService>("same", TimeSpan.FromSeconds(10), CancellationToken.None);
        }

        Assert.Null(await _session.Client.FindAsync<DcpService>("same", CancellationToken.None));
    }

    [EngineFact]
    public async Task Session_with_an_object_that_never_starts_stops_in_time()
    {
        // A template that never resolves keeps the process in Starting; as a container it would hold the stop for its whole limit.
        await _session.Client.CreateAsync(
            new DcpExecutable
            {
                Metadata = new DcpMetadata { Name = "stuck" },
                Spec = new DcpExecutableSpec { ExecutablePath = "/bin/sleep", Args = ["""{{portFor "missing"}}"""] },
            },
            CancellationToken.None);

        Assert.True(await _session.StopAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(Directory.Exists(_session.Folder));
    }

    private static DcpService Service(string name, string? note = null) => new()
    {
        Metadata = new DcpMetadata { Name = name, Annotations = note is null ? null : new Dictionary<string, string> { ["note"] = note } },
        Spec = new DcpServiceSpec { Protocol = "TCP", Address = "localhost" },
    };
}
