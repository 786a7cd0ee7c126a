using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Session;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>The rebuild command on a project of its own, made for the test.</summary>
public sealed class RebuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Source => Path.Combine(_folder.Path, "Program.cs");

    private string Project => Path.Combine(_folder.Path, "Sample.csproj");

    public void Dispose() => _folder.Dispose();

    [EngineFact]
    public async Task Rebuild_replaces_one_process_and_a_failed_one_leaves_it_running()
    {
        await File.WriteAllTextAsync(Project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        await WriteAsync("first");
        var builder = TestApplication.CreateBuilder();
        builder.AddProject("sample", Project);
        builder.AddExecutable("other", "/bin/sleep", "/", "600");
        await using var app = await TestApplication.StartAsync(builder);
        await LoggedAsync(app, "first");
        var (sample, other) = (await app.PidAsync("sample"), await app.PidAsync("other"));

        await File.WriteAllTextAsync(Source, "this is no program");
        var failed = await app.ExecuteAsync("sample", "rebuild");

        Assert.False(failed.Success);
        Assert.Contains("Program.cs", failed.Message, StringComparison.Ordinal);
        Assert.Equal(sample, await app.PidAsync("sample"));
        Assert.NotNull(ProcessIdentity.Find(sample));

        await WriteAsync("second");
        var succeeded = await app.ExecuteAsync("sample", "rebuild");

        Assert.True(succeeded.Success, succeeded.Message);
        await LoggedAsync(app, "second");
        Assert.Null(ProcessIdentity.Find(sample));
        Assert.Equal(other, await app.PidAsync("other"));
    }

    private Task WriteAsync(string text) => File.WriteAllTextAsync(
        Source, $"System.Console.WriteLine(\"{text}\"); System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);");

    /// <summary>Waits until a line was written; a build and a start of the runtime come before it.</summary>
    private static async Task LoggedAsync(TestApplication app, string text)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var logs = (ResourceLoggerService)app.Application.Services.GetService(typeof(ResourceLoggerService))!;
        await foreach (var lines in logs.WatchAsync("sample").WithCancellation(limit.Token))
        {
            if (lines.Any(line => line.Content.EndsWith($" {text}", StringComparison.Ordinal)))
                return;
        }
    }
}
