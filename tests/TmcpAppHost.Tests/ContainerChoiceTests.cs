using Aspire.Hosting;
using Microsoft.Extensions.Configuration;
using Tmcp.AppHost.Containers;

namespace Tmcp.AppHost.Tests;

public sealed class ContainerChoiceTests
{
    private static readonly LocalImages Docker = new("docker", null, LocalImages.Parse("redis:8.6\ndocker.io/ollama/ollama:0.32.15\n\n<none>:<none>\n"));

    [Theory]
    [InlineData("redis:8.6", true, "docker has the image")]
    [InlineData("docker.io/library/redis:8.6", true, "docker has the image")]
    [InlineData("ollama/ollama:0.32.15", true, "docker has the image")]
    [InlineData("redis:8.7", false, "docker has no image redis:8.7")]
    public void Auto_takes_a_container_where_the_image_is(string image, bool inContainer, string reason) =>
        Assert.Equal(new ContainerChoice(inContainer, reason), ContainerChoice.Decide(Docker, image));

    [Fact]
    public void Auto_takes_none_where_the_runtime_does_not_answer()
    {
        var local = new LocalImages("docker", "docker does not answer: no socket", Docker.Images);

        Assert.Equal(new ContainerChoice(false, "docker does not answer: no socket"), ContainerChoice.Decide(local, "redis:8.6"));
    }

    [Fact]
    public void Runtime_that_is_not_on_the_machine_is_said_so()
    {
        var local = LocalImages.Ask(Configured("tmcp-no-such-runtime"));

        Assert.Equal(("tmcp-no-such-runtime is not installed", false), (local.Problem, local.IsInstalled));
    }

    [Fact]
    public void Always_without_a_runtime_is_refused_with_the_reason()
    {
        var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            Args = ["--Tmcp:Containers=always", "--DcpPublisher:ContainerRuntime=tmcp-no-such-runtime"],
            DisableDashboard = true,
        });

        var refusal = Assert.Throws<DistributedApplicationException>(builder.AddTmcp);

        Assert.Equal(
            "Option --containers always needs a container runtime, and tmcp-no-such-runtime is not installed. Start it, or use --containers auto.", refusal.Message);
    }

    private static IConfiguration Configured(string runtime) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("DcpPublisher:ContainerRuntime", runtime)]).Build();
}
