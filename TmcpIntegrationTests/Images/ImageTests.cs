using System.Text.Json;
using Tmcp.Tests.Shared;

namespace Tmcp.IntegrationTests;

/// <summary>The images are what the published manifests say of them, and run the way the cluster runs them.</summary>
[Collection(PublishedImages.Collection)]
public sealed class ImageTests
{
    private static readonly (string Image, int Port)[] Servers = [(PublishedImages.PocketBase, 8090), (PublishedImages.Bridge, 7999), (PublishedImages.Agent, 8000), (PublishedImages.AiOps, 8000)];

    [DockerFact]
    public void Images_of_servers_declare_user_port_and_health_check() => Assert.All(Servers, image =>
    {
        var configuration = PublishedImages.ConfigurationOf(image.Image);

        Assert.Equal("10001:10001", configuration.GetProperty("User").GetString());
        Assert.True(configuration.GetProperty("ExposedPorts").TryGetProperty($"{image.Port}/tcp", out _));
        Assert.Equal("CMD", configuration.GetProperty("Healthcheck").GetProperty("Test")[0].GetString());
    });

    [DockerFact]
    public void Images_say_what_they_are() => Assert.All(PublishedImages.Names, image =>
    {
        var labels = PublishedImages.ConfigurationOf(image).GetProperty("Labels");

        Assert.Equal(PublishedImages.Version, labels.GetProperty("org.opencontainers.image.version").GetString());
        Assert.Equal(image["tmcp-test/".Length..], labels.GetProperty("org.opencontainers.image.title").GetString());
        Assert.Equal("MIT", labels.GetProperty("org.opencontainers.image.licenses").GetString());
    });

    /// <summary>As a CronJob starts it; a job that lacks its account says so and ends.</summary>
    [DockerFact]
    public void The_image_of_the_jobs_runs_without_root_and_without_a_writable_file_system()
    {
        string[] run = ["run", "--rm", "--network", "none", .. ImageStack.Restricted, PublishedImages.Tools];

        Assert.Contains("vault-keeper", DockerEngine.Run([.. run, "--help"]), StringComparison.Ordinal);
        var failure = Assert.Throws<InvalidOperationException>(() => DockerEngine.Run([.. run, "backup", "--url", "http://pb-service", "--to", "/tmp"]));
        Assert.Contains("ended with 1: error: Environment variable PB_ADMIN_EMAIL is not set", failure.Message, StringComparison.Ordinal);
        Assert.Equal("10001:10001", PublishedImages.ConfigurationOf(PublishedImages.Tools).GetProperty("User").GetString());
    }

    [DockerFact]
    public void Images_of_services_list_their_packages()
    {
        using var folder = new TemporaryFolder();
        var container = DockerEngine.Run("create", PublishedImages.Bridge);
        try
        {
            DockerEngine.Run("cp", $"{container}:/app/sbom.cdx.json", folder.Path);
        }
        finally
        {
            DockerEngine.TryRun("rm", "-f", container);
        }

        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.Path, "sbom.cdx.json")));
        Assert.Equal("CycloneDX", list.RootElement.GetProperty("bomFormat").GetString());
        Assert.Contains(
            list.RootElement.GetProperty("components").EnumerateArray(),
            component => component.GetProperty("name").GetString() == "ModelContextProtocol.Core" && component.GetProperty("purl").GetString()!.StartsWith("pkg:nuget/", StringComparison.Ordinal));
    }

    [DockerFact]
    public async Task Stack_of_images_is_healthy_without_root_and_without_a_writable_file_system()
    {
        await using var stack = await ImageStack.StartAsync();

        await Task.WhenAll(stack.Containers.Select(stack.HealthyAsync));

        Assert.All(stack.Containers, container => Assert.Contains(
            "10001 10001 10001 10001", DockerEngine.Run("exec", stack.NameOf(container), "grep", "Uid", "/proc/1/status").Replace('\t', ' '), StringComparison.Ordinal));
    }
}
