using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.ResourceService;
using Proto = Aspire.Hosting.Dashboard.Protocol;

namespace TmcpHosting.Tests.Dashboard;

public sealed class ExecuteCommandMethodTests
{
    [Fact]
    public async Task A_command_runs_on_the_instance_that_was_clicked()
    {
        var names = new List<string>();
        await using var service = await StartAsync(context =>
        {
            names.Add(context.ResourceName);
            return Task.FromResult(CommandResults.Success("Seeded.", """{"records":12}""", CommandResultFormat.Json));
        });

        var answer = await ExecuteAsync(service, "content-abcdwxyz", "seed");

        Assert.Equal(["content-abcdwxyz"], names);
        Assert.Equal((Proto.ResourceCommandResponseKind.Succeeded, "Seeded."), (answer.Kind, answer.Message));
        Assert.Equal(("""{"records":12}""", Proto.CommandResultFormat.Json), (answer.Result.Value, answer.Result.Format));
        Assert.False(answer.HasErrorMessage);
    }

    [Theory]
    [InlineData("content-abcdwxyz", "guess", "has no such command")]
    [InlineData("nobody", "seed", "no resource is called 'nobody'")]
    public async Task What_does_not_exist_is_a_failure_with_a_reason(string resource, string command, string reason)
    {
        await using var service = await StartAsync(_ => Task.FromResult(CommandResults.Success()));

        var answer = await ExecuteAsync(service, resource, command);

        Assert.Equal(Proto.ResourceCommandResponseKind.Failed, answer.Kind);
        Assert.Contains(reason, answer.Message, StringComparison.Ordinal);
        Assert.Equal(answer.Message, answer.ErrorMessage);
    }

    [Fact]
    public async Task A_command_that_throws_is_a_failure()
    {
        await using var service = await StartAsync(_ => throw new InvalidOperationException("no disk"));

        var answer = await ExecuteAsync(service, "content-abcdwxyz", "seed");

        Assert.Equal(Proto.ResourceCommandResponseKind.Failed, answer.Kind);
        Assert.Contains("no disk", answer.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_the_call_up_cancels_the_command()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await StartAsync(async context =>
        {
            context.CancellationToken.Register(cancelled.SetResult);
            started.SetResult();
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
            return CommandResults.Success();
        });
        var call = await service.Client.OpenAsync("ExecuteResourceCommand");
        await call.WriteAsync(new Proto.ResourceCommandRequest { ResourceName = "content-abcdwxyz", CommandName = "seed" });
        call.CompleteRequest();
        await started.Task.WaitAsync(TimeSpan.FromMinutes(2));

        call.Dispose();

        await cancelled.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    [Theory]
    [InlineData("", "seed")]
    [InlineData("content-abcdwxyz", "")]
    public async Task A_request_without_names_is_refused(string resource, string command)
    {
        await using var service = await StartAsync(_ => Task.FromResult(CommandResults.Success()));
        using var call = await service.Client.CallAsync(
            "ExecuteResourceCommand", new Proto.ResourceCommandRequest { ResourceName = resource, CommandName = command });

        Assert.Equal(GrpcStatus.InvalidArgument, (await call.StatusAsync()).Status);
    }

    [Fact]
    public void Results_keep_their_kind_and_form()
    {
        var markdown = CommandResults.Success("Ok", new CommandResultData { Value = "# Hi", Format = CommandResultFormat.Markdown, DisplayImmediately = true });

        Assert.Equal(Proto.ResourceCommandResponseKind.Cancelled, ExecuteCommandMethod.ToMessage(CommandResults.Canceled()).Kind);
        Assert.Null(ExecuteCommandMethod.ToMessage(CommandResults.Success()).Result);
        Assert.Equal(
            (Proto.CommandResultFormat.Markdown, true),
            (ExecuteCommandMethod.ToMessage(markdown).Result.Format, ExecuteCommandMethod.ToMessage(markdown).Result.DisplayImmediately));
        Assert.Equal(Proto.CommandResultFormat.Text, ExecuteCommandMethod.ToMessage(CommandResults.Success("Ok", "text")).Result.Format);
    }

    private static Task<ResourceServiceFixture> StartAsync(Func<ExecuteCommandContext, Task<ExecuteCommandResult>> execute)
    {
        var content = ResourceServiceFixture.Executable("content");
        content.Annotations.Add(new ResourceCommandAnnotation(
            "seed", "Seed", _ => ResourceCommandState.Enabled, execute, null, null, "Overwrite the data?", "Database", IconVariant.Regular, true));
        return ResourceServiceFixture.StartAsync(content);
    }

    private static async Task<Proto.ResourceCommandResponse> ExecuteAsync(ResourceServiceFixture service, string resource, string command)
    {
        using var call = await service.Client.CallAsync(
            "ExecuteResourceCommand", new Proto.ResourceCommandRequest { ResourceName = resource, CommandName = command });
        return (await call.ReadAsync(Proto.ResourceCommandResponse.Parser))!;
    }
}
