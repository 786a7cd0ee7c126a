using System.Net;
using Tmcp.Tests.Shared;

namespace Tmcp.GatewayBench;

/// <summary>The upstream, nginx and the gateway, each a process of its own.</summary>
internal sealed class Servers : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tmcp-bench-gateway-").FullName;
    private readonly List<BenchProcess> _processes = [];

    /// <summary>Who answers, with the address below which /json, /large and /events lie.</summary>
    public Dictionary<string, Uri> Targets { get; } = [];

    /// <summary>The processes behind the targets.</summary>
    public Dictionary<string, BenchProcess> Processes { get; } = [];

    public static async Task<Servers> StartAsync()
    {
        var servers = new Servers();
        try
        {
            await servers.LaunchAsync();
            return servers;
        }
        catch
        {
            servers.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _processes.ForEach(process => process.Dispose());
        Directory.Delete(_folder, recursive: true);
    }

    private async Task LaunchAsync()
    {
        var upstream = BenchProcess.Start(Environment.ProcessPath!, ["upstream"], ("ASPNETCORE_URLS", "http://127.0.0.1:0"));
        _processes.Add(upstream);
        var direct = new Uri(await upstream.ReadLineAsync());

        var nginxPort = FreePort.Next();
        var configuration = Path.Combine(_folder, "nginx.conf");
        await File.WriteAllTextAsync(configuration, NginxConfiguration(nginxPort, direct));
        _processes.Add(BenchProcess.Start("nginx", ["-c", configuration, "-p", _folder, "-e", Path.Combine(_folder, "error.log")]));

        var gatewayPort = FreePort.Next();
        var gateway = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../TmcpGateway/release/TmcpGateway"));
        _processes.Add(BenchProcess.Start(gateway, [],
            ("ASPNETCORE_URLS", $"http://127.0.0.1:{gatewayPort}"), ("Gateway__Routes__0__Path", "/api/bench"),
            ("Gateway__Routes__0__Resource", "upstream"), ("Gateway__Routes__0__Address", direct.ToString())));

        foreach (var (name, process) in new[] { "direct", "nginx", "gateway" }.Zip(_processes))
            Processes[name] = process;
        Targets["direct"] = direct;
        Targets["nginx"] = new Uri($"http://127.0.0.1:{nginxPort}/api/bench/");
        Targets["gateway"] = new Uri($"http://127.0.0.1:{gatewayPort}/api/bench/");
        foreach (var target in Targets.Values)
            await WaitAsync(new Uri(target, "json"));
    }

    private static async Task WaitAsync(Uri address)
    {
        using var client = new HttpClient();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.GetStringAsync(address);
                return;
            }
            catch (HttpRequestException) when (attempt < 100)
            {
                await Task.Delay(100);
            }
        }
    }

    // The same work as the gateway's: prefix cut off, kept connections, the four headers, no buffering of streams.
    private string NginxConfiguration(int port, Uri upstream) => $$"""
        daemon off;
        worker_processes auto;
        pid {{_folder}}/nginx.pid;
        error_log {{_folder}}/error.log;
        events { worker_connections 1024; }
        http {
          access_log off;
          client_body_temp_path {{_folder}}/body;
          proxy_temp_path {{_folder}}/proxy;
          fastcgi_temp_path {{_folder}}/fastcgi;
          uwsgi_temp_path {{_folder}}/uwsgi;
          scgi_temp_path {{_folder}}/scgi;
          keepalive_requests 1000000000;
          upstream resource { server {{upstream.Authority}}; keepalive 128; keepalive_requests 1000000000; }
          server {
            listen 127.0.0.1:{{port}};
            location /api/bench/ {
              proxy_pass http://resource/;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_set_header Host $http_host;
              proxy_set_header X-Forwarded-For $remote_addr;
              proxy_set_header X-Forwarded-Proto $scheme;
              proxy_set_header X-Forwarded-Host $http_host;
              proxy_set_header X-Forwarded-Prefix /api/bench;
            }
            location /api/bench/events {
              proxy_pass http://resource/events;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
              proxy_buffering off;
            }
          }
        }
        """;
}
