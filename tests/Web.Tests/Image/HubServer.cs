using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Tmcp.Tests.Shared;

namespace Tmcp.Web.Tests.Image;

/// <summary>nginx with the hub's own configuration; only its port, its folders and where it finds its types differ.</summary>
public sealed partial class HubServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _folder = OwnedFolder.Create("tmcp-hub-nginx-");
    private readonly Process _nginx = new();

    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        var pages = Directory.CreateDirectory(Path.Combine(_folder, "html", "assets")).Parent!.FullName;
        await File.WriteAllTextAsync(Path.Combine(pages, "index.html"), "<div id=\"root\"></div>");
        await File.WriteAllTextAsync(Path.Combine(pages, "start.js"), "// start");
        await File.WriteAllTextAsync(Path.Combine(pages, "assets", "index-abc123.js"), "// script");
        var port = FreePort.Next();
        var configuration = await File.ReadAllTextAsync(Path.Combine(RepositoryFolder.Path, "web", "hub", "nginx.conf"));
        var file = Path.Combine(_folder, "nginx.conf");
        // Its workers may read this user's folder; as root they would be another user.
        var user = Environment.IsPrivilegedProcess ? "user root;\n" : "";
        await File.WriteAllTextAsync(file, user + SecondListener().Replace(configuration, "")
            .Replace("listen 8080;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
            .Replace("/usr/share/nginx/html", pages, StringComparison.Ordinal)
            .Replace("/tmp/nginx", Path.Combine(_folder, "nginx"), StringComparison.Ordinal));

        _nginx.StartInfo = new ProcessStartInfo(File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx", ["-c", file, "-p", _folder, "-g", "daemon off;"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        if (new NginxFactAttribute().Skip is not null)
            return;
        _nginx.Start();
        Client.BaseAddress = new Uri($"http://127.0.0.1:{port}");
        await WaitAsync();
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        if (new NginxFactAttribute().Skip is null)
        {
            _nginx.Kill(entireProcessTree: true);
            await _nginx.WaitForExitAsync();
        }

        _nginx.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task WaitAsync()
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri("/", UriKind.Relative));
                return;
            }
            catch (HttpRequestException refused) when (watch.Elapsed < Patience)
            {
                if (_nginx.HasExited)
                    throw new InvalidOperationException($"nginx ended with {_nginx.ExitCode}: {await _nginx.StandardError.ReadToEndAsync()}", refused);
                // nginx says nothing when it is ready, so ask again.
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    [GeneratedRegex(@"^\s*listen \[::\]:8080;$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex SecondListener();
}
