using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class ContainerTests
{
    [Theory]
    [InlineData("redis", "redis", "latest", null)]
    [InlineData("library/redis:8.6", "library/redis", "8.6", null)]
    [InlineData("host:5000/redis", "host:5000/redis", "latest", null)]
    [InlineData("host:5000/redis:8", "host:5000/redis", "8", null)]
    [InlineData("redis@sha256:abc", "redis", null, "abc")]
    [InlineData("redis:8@sha256:abc", "redis", null, "abc")]
    public void An_image_is_read_as_runtimes_do(string text, string image, string? tag, string? digest)
    {
        var annotation = ImageOf(TestApplication.Create().AddContainer("cache", text));

        Assert.Equal((image, tag, digest), (annotation.Image, annotation.Tag, annotation.SHA256));
    }

    [Theory]
    [InlineData(":tag")]
    [InlineData("image:")]
    [InlineData("image@sha256:")]
    public void An_image_with_an_empty_part_is_refused(string text) =>
        Assert.Throws<ArgumentException>(() => TestApplication.Create().AddContainer("cache", text));

    [Fact]
    public void A_tag_is_given_once() =>
        Assert.Throws<ArgumentException>(() => TestApplication.Create().AddContainer("cache", "redis:8", "9"));

    [Fact]
    public void Registry_tag_and_digest_make_the_full_name()
    {
        var container = TestApplication.Create().AddContainer("cache", "redis", "8").WithImageRegistry("docker.io");
        Assert.True(container.Resource.TryGetContainerImageName(out var tagged));

        container.WithImageSHA256("abc");
        Assert.True(container.Resource.TryGetContainerImageName(out var digested));

        container.WithImage("valkey").WithImageTag("9");
        Assert.True(container.Resource.TryGetContainerImageName(out var changed));

        Assert.Equal(("docker.io/redis:8", "docker.io/redis@sha256:abc", "docker.io/valkey:9"), (tagged, digested, changed));
    }

    [Fact]
    public void Mounts_are_volumes_or_absolute_directories()
    {
        var builder = TestApplication.Create();
        var container = builder.AddContainer("cache", "redis").WithVolume("data", "/data").WithVolume("/tmp").WithBindMount("conf", "/etc/conf", isReadOnly: true);

        Assert.True(container.Resource.TryGetContainerMounts(out var mounts));
        Assert.Equal(
            [
                ("data", "/data", ContainerMountType.Volume, false),
                (null, "/tmp", ContainerMountType.Volume, false),
                (Path.GetFullPath("conf", builder.AppHostDirectory), "/etc/conf", ContainerMountType.BindMount, true),
            ],
            mounts.Select(mount => (mount.Source, mount.Target, mount.Type, mount.IsReadOnly)));
        Assert.Throws<ArgumentException>(() => container.WithVolume(null, "/x", isReadOnly: true));
    }

    [Fact]
    public void A_secret_is_no_build_argument()
    {
        var builder = TestApplication.Create();
        var key = builder.AddParameter("key", secret: true);
        var container = builder.AddDockerfile("app", "app", stage: "final").WithBuildArg("VERSION", "1").WithBuildSecret("key", key);

        var build = container.Resource.Annotations.OfType<DockerfileBuildAnnotation>().Single();

        Assert.Equal(("1", key.Resource, "final"), ((string?)build.BuildArguments["VERSION"], (ParameterResource)build.BuildSecrets["key"], build.Stage));
        Assert.Equal(Path.Combine(builder.AppHostDirectory, "app", "Dockerfile"), build.DockerfilePath);
        Assert.Contains("WithBuildSecret", Assert.Throws<InvalidOperationException>(() => container.WithBuildArg("KEY", key)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_of_the_build_need_a_Dockerfile() =>
        Assert.Throws<InvalidOperationException>(() => TestApplication.Create().AddContainer("cache", "redis").WithBuildArg("A", "b"));

    [Fact]
    public void Containers_are_found_whatever_their_type()
    {
        var builder = TestApplication.Create();
        builder.AddContainer("cache", "redis");
        builder.AddTool("tool");
        var model = new DistributedApplicationModel(builder.Resources);

        Assert.Equal(["cache"], model.GetContainerResources().Select(resource => resource.Name));
        Assert.Equal(["tool"], model.GetExecutableResources().Select(resource => resource.Name));
    }

    [Fact]
    public void A_program_is_published_as_a_container_only_when_publishing()
    {
        var running = TestApplication.Create();
        running.AddTool("tool").PublishAsDockerFile();
        var publishing = TestApplication.CreatePublishing();
        var tool = publishing.AddTool("tool").WithHttpEndpoint().PublishAsDockerFile(container => container.WithBuildArg("A", "b"));
        tool.WithEnvironment("LATER", "x");

        var container = Assert.IsAssignableFrom<ContainerResource>(Assert.Single(publishing.Resources));

        Assert.IsType<ExecutableResource>(Assert.Single(running.Resources));
        Assert.Equal(tool.Resource.Annotations, container.Annotations);
        Assert.Equal("b", container.Annotations.OfType<DockerfileBuildAnnotation>().Single().BuildArguments["A"]);
    }

    private static ContainerImageAnnotation ImageOf(IResourceBuilder<ContainerResource> container) =>
        container.Resource.Annotations.OfType<ContainerImageAnnotation>().Single();
}
