using System.Net;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace TmcpHosting.Tests.ApplicationModel;

public sealed class CommandTests
{
    [Fact]
    public void A_command_of_the_same_name_replaces_the_first()
    {
        var tool = TestApplication.Create().AddTool("tool")
            .WithCommand("seed", "Seed", _ => Task.FromResult(CommandResults.Success()))
            .WithCommand("other", "Other", _ => Task.FromResult(CommandResults.Success()))
            .WithCommand("seed", "Seed again", _ => Task.FromResult(CommandResults.Success()), new CommandOptions { ConfirmationMessage = "Really?", IsHighlighted = true });

        var commands = tool.Resource.Annotations.OfType<ResourceCommandAnnotation>().ToArray();

        Assert.Equal(["other", "seed"], commands.Select(command => command.Name));
        Assert.Equal(("Seed again", "Really?", true), (commands[1].DisplayName, commands[1].ConfirmationMessage, commands[1].IsHighlighted));
    }

    [Fact]
    public void A_command_without_rule_is_always_enabled()
    {
        var tool = TestApplication.Create().AddTool("tool").WithCommand("seed", "Seed", _ => Task.FromResult(CommandResults.Success()));
        using var services = new ServiceCollection().BuildServiceProvider();
        var context = new UpdateCommandStateContext { ResourceSnapshot = new CustomResourceSnapshot { ResourceType = "x", Properties = [] }, Services = services };

        Assert.Equal(ResourceCommandState.Enabled, tool.Resource.Annotations.OfType<ResourceCommandAnnotation>().Single().UpdateState(context));
    }

    [Fact]
    public void Results_carry_their_message_and_output()
    {
        Assert.Equal((false, "why"), (CommandResults.Failure("why").Success, CommandResults.Failure(new InvalidOperationException("why")).Message));
        Assert.Equal((false, true), (CommandResults.Canceled().Success, CommandResults.Canceled().Canceled));
        Assert.Equal(("{}", CommandResultFormat.Json), (CommandResults.Success("m", "{}", CommandResultFormat.Json).Data!.Value, CommandResults.Success("m", "{}", CommandResultFormat.Json).Data!.Format));
    }

    [Fact]
    public async Task An_http_command_posts_to_the_endpoint()
    {
        var (result, request) = await SendAsync(new HttpCommandOptions { ResultMode = HttpCommandResultMode.Auto }, HttpStatusCode.OK);

        Assert.Equal("POST http://localhost:5000/reindex", request);
        Assert.Equal((true, """{"done":1}""", CommandResultFormat.Json), (result.Success, result.Data!.Value, result.Data.Format));
    }

    [Fact]
    public async Task An_http_command_fails_with_the_status()
    {
        var (result, _) = await SendAsync(new HttpCommandOptions { Method = HttpMethod.Delete }, HttpStatusCode.ServiceUnavailable);

        Assert.False(result.Success);
        Assert.Equal("DELETE /reindex on 'tool' answered 503.", result.Message);
    }

    [Fact]
    public async Task An_http_command_can_prepare_its_request_and_read_the_answer()
    {
        var options = new HttpCommandOptions
        {
            PrepareRequest = context =>
            {
                context.Request.RequestUri = new Uri(context.Request.RequestUri!, "/other");
                return Task.CompletedTask;
            },
            GetCommandResult = context => Task.FromResult(CommandResults.Success($"status {(int)context.Response.StatusCode}")),
        };

        var (result, request) = await SendAsync(options, HttpStatusCode.Conflict);

        Assert.Equal(("POST http://localhost:5000/other", "status 409"), (request, result.Message));
    }

    [Fact]
    public void An_http_command_needs_an_http_endpoint()
    {
        var tool = TestApplication.Create().AddTool("tool").WithEndpoint(scheme: "redis");

        Assert.Contains("no endpoint that speaks HTTP", Assert.Throws<DistributedApplicationException>(() => tool.WithHttpCommand("/x", "X")).Message, StringComparison.Ordinal);
        Assert.Contains("'redis', not HTTP", Assert.Throws<DistributedApplicationException>(() => tool.WithHttpCommand("/x", "X", "redis")).Message, StringComparison.Ordinal);
    }

    private static async Task<(ExecuteCommandResult Result, string Request)> SendAsync(HttpCommandOptions options, HttpStatusCode status)
    {
        var tool = TestApplication.Create().AddTool("tool").WithHttpEndpoint().Allocate().WithHttpCommand("/reindex", "Reindex", commandOptions: options);
        var handler = new AnsweringHandler(status);
        var services = new ServiceCollection();
        services.AddHttpClient("").ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var result = await tool.Resource.Annotations.OfType<ResourceCommandAnnotation>().Single().ExecuteCommand(new ExecuteCommandContext
        {
            Services = provider,
            ResourceName = "tool",
            CancellationToken = CancellationToken.None,
            Logger = NullLogger.Instance,
            Arguments = new InteractionInputCollection([]),
        });
        return (result, handler.Request);
    }

    private sealed class AnsweringHandler(HttpStatusCode status) : HttpMessageHandler
    {
        public string Request { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Request = $"{request.Method} {request.RequestUri}";
            return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent("""{"done":1}""", mediaType: new("application/json")) });
        }
    }
}
