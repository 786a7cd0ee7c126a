using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Grpc;
using Proto = Aspire.Hosting.Dashboard.Protocol;

namespace Aspire.Hosting.Dashboard.ResourceService;

/// <summary>A click on a command. May run long; when the client gives the call up, the command is cancelled.</summary>
internal sealed class ExecuteCommandMethod(ResourceCommandService commands)
{
    public async Task InvokeAsync(GrpcCall call)
    {
        var request = await call.ReadSingleAsync(Proto.ResourceCommandRequest.Parser);
        if (request.ResourceName.Length == 0 || request.CommandName.Length == 0)
            throw new GrpcException(GrpcStatus.InvalidArgument, $"Command '{request.CommandName}' of resource '{request.ResourceName}': both names are needed.");

        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, call.CancellationToken);
        await call.WriteAsync(ToMessage(result));
    }

    internal static Proto.ResourceCommandResponse ToMessage(ExecuteCommandResult result)
    {
        var message = new Proto.ResourceCommandResponse
        {
            Kind = result.Success ? Proto.ResourceCommandResponseKind.Succeeded
                : result.Canceled ? Proto.ResourceCommandResponseKind.Cancelled
                : Proto.ResourceCommandResponseKind.Failed,
        };
        if (result.Message is { } text)
        {
            message.Message = text;

            // What dashboards before 13.5 show; they have no text for a success.
            if (!result.Success)
                message.ErrorMessage = text;
        }

        if (result.Data is { } data)
        {
            message.Result = new Proto.ResourceCommandResult
            {
                Value = data.Value,
                DisplayImmediately = data.DisplayImmediately,
                Format = data.Format switch
                {
                    CommandResultFormat.Json => Proto.CommandResultFormat.Json,
                    CommandResultFormat.Markdown => Proto.CommandResultFormat.Markdown,
                    _ => Proto.CommandResultFormat.Text,
                },
            };
        }

        return message;
    }
}
