using System.Text.Encodings.Web;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the manifest when the host starts, then ends the process.</summary>
internal sealed class ManifestPublisher(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    IDistributedApplicationEventing eventing,
    IConfiguration configuration,
    IHostApplicationLifetime lifetime,
    IServiceProvider services,
    ILogger<ManifestPublisher> logger) : IHostedService
{
    // Read by people and compared by tools: expressions and URLs stay readable, line ends are the same on every system.
    private static readonly JsonWriterOptions _format = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Not at once: a host that is stopped while it starts reports a cancelled start.
        lifetime.ApplicationStarted.Register(lifetime.StopApplication);

        var request = PublishRequest.Read(configuration);
        if (request.ListSteps)
        {
            await Console.Out.WriteLineAsync(PublishRequest.Step).ConfigureAwait(false);
            return;
        }

        await eventing.PublishAsync(new BeforePublishEvent(services, model), cancellationToken).ConfigureAwait(false);
        await SaveAsync(request.ManifestPath, await ComposeAsync(request.ManifestPath, cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        Log.Written(logger, request.ManifestPath);
        await eventing.PublishAsync(new AfterPublishEvent(services, model), cancellationToken).ConfigureAwait(false);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // In memory, so that a failure leaves no half-written file.
    private async Task<byte[]> ComposeAsync(string path, CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var writer = new Utf8JsonWriter(text, _format);
        await using (writer.ConfigureAwait(false))
        {
            var context = new ManifestPublishingContext(executionContext, path, writer, cancellationToken) { Logger = logger };
            await new ManifestWriter(context, model).WriteAsync().ConfigureAwait(false);
        }

        text.WriteByte((byte)'\n');
        return text.ToArray();
    }

    private static async Task SaveAsync(string path, byte[] text, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllBytesAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception reason) when (reason is IOException or UnauthorizedAccessException)
        {
            throw new DistributedApplicationException(
                $"The manifest cannot be written to '{path}': {reason.Message} Choose another '--output-path', or make that one writable.", reason);
        }
    }
}
