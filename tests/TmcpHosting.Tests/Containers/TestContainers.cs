using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Tmcp.Tests.Shared;
using TmcpHosting.Tests.Orchestration;

namespace TmcpHosting.Tests.Containers;

/// <summary>Small containers on the base image of the tests.</summary>
internal static class TestContainers
{
    /// <summary>A container that runs a shell script.</summary>
    public static IResourceBuilder<ContainerResource> AddShell(this IDistributedApplicationBuilder builder, string name, string script) =>
        builder.AddContainer(name, DockerEngine.BaseImage).WithEntrypoint("/bin/sh").WithArgs("-c", script);

    /// <summary>A web server on port 8080 that serves what a script wrote into <c>/www/index.html</c>; ends at once when asked to.</summary>
    public static IResourceBuilder<ContainerResource> AddWeb(this IDistributedApplicationBuilder builder, string name, string content) => builder
        .AddShell(name, $"mkdir -p /www; {{ {content}; }} > /www/index.html; trap 'exit 0' TERM; busybox httpd -f -p 8080 -h /www & wait")
        .WithHttpEndpoint(targetPort: 8080);

    /// <summary>The server of the base image instead of the official image, in the official image's folder.</summary>
    public static IResourceBuilder<T> OnTestImage<T>(this IResourceBuilder<T> builder)
        where T : ContainerResource =>
        builder.WithImage(DockerEngine.BaseImage).WithImageRegistry(null).WithContainerRuntimeArgs("--workdir", "/data");

    /// <summary>What a container answers at its <c>http</c> endpoint, as soon as it answers.</summary>
    public static async Task<string> PageAsync(this TestApplication app, string resource)
    {
        await app.StateAsync(resource, KnownResourceStates.Running);
        using var client = app.Application.CreateHttpClient(resource);
        string? page = null;
        await Eventually.TrueAsync(() => (page = TryGet(client)) is not null, TestApplication.Limit, () => $"'{resource}' does not answer");
        return page!.Trim();
    }

    /// <summary>The runtime's id of a running container.</summary>
    public static async Task<string> ContainerIdAsync(this TestApplication app, string resource)
    {
        var running = await app.Application.ResourceNotifications.WaitForResourceAsync(
            resource, change => change.Snapshot.State?.Text == KnownResourceStates.Running && Id(change.Snapshot) is not null).WaitAsync(TestApplication.Limit);
        return Id(running.Snapshot)!;
    }

    /// <summary>Waits until a container's log has a line.</summary>
    public static Task LogsAsync(this TestApplication app, string resource, string text) => Eventually.TrueAsync(
        () => app.LogAsync(resource).GetAwaiter().GetResult().Any(line => line.Contains(text, StringComparison.Ordinal)),
        TestApplication.Limit,
        () => $"the log of '{resource}' is: {string.Join(" | ", app.LogAsync(resource).GetAwaiter().GetResult())}");

    private static string? Id(CustomResourceSnapshot snapshot) =>
        snapshot.Properties.FirstOrDefault(property => property.Name == KnownProperties.Container.Id)?.Value as string;

    private static string? TryGet(HttpClient client)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/");
            using var response = client.Send(request);
            using var reader = new StreamReader(response.Content.ReadAsStream());
            return response.IsSuccessStatusCode ? reader.ReadToEnd() : null;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
