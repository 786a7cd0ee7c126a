using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using Tmcp.Agent.Telemetry;

namespace Tmcp.Agent.Model;

/// <summary>Asks the model and hands its words on as they arrive.</summary>
internal sealed class ModelClient(
    IHttpClientFactory clients, IOptions<ModelOptions> options, AgentTelemetry telemetry, TimeProvider clock, ILogger<ModelClient> logger)
{
    public const string HttpClientName = "model";

    /// <summary>One answer. Failures before the first piece of it are tried again, later ones are not: the words are already out.</summary>
    /// <param name="messages">The conversation.</param>
    /// <param name="tools">What the model may call.</param>
    /// <param name="budget">Ends an answer that would cost too much.</param>
    /// <param name="onText">Gets each piece of text; not called concurrently.</param>
    /// <param name="cancellationToken">Ends the call at the model too.</param>
    /// <param name="style">How to answer, when it is not the chat team that asks.</param>
    /// <exception cref="ModelException">No answer, or none that could be understood.</exception>
    public async Task<ModelAnswer> AskAsync(
        IReadOnlyList<ChatMessage> messages, IReadOnlyList<ChatTool> tools, ModelBudget budget, Func<string, CancellationToken, Task> onText,
        CancellationToken cancellationToken, AnswerStyle? style = null)
    {
        var request = CreateOptions(tools, style);
        var delay = options.Value.RetryDelay;
        for (var attempt = 0; ; attempt++)
        {
            var begun = false;
            try
            {
                return await AskOnceAsync(messages, request, budget, onText, () => begun = true, cancellationToken);
            }
            catch (ModelException exception) when (exception.Transient && !begun && attempt < options.Value.Retries)
            {
                Log.ModelRetried(logger, options.Value.Name, attempt + 1, exception.Message);
            }

            await Task.Delay(delay, clock, cancellationToken);
            delay *= 2;
        }
    }

    private async Task<ModelAnswer> AskOnceAsync(
        IReadOnlyList<ChatMessage> messages, ChatCompletionOptions request, ModelBudget budget, Func<string, CancellationToken, Task> onText,
        Action onBegin, CancellationToken cancellationToken)
    {
        using var call = telemetry.StartModelCall(options.Value);
        using var silence = new CancellationTokenSource(options.Value.Silence, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
        try
        {
            var answer = await StreamAsync(messages, request, budget, onText, () =>
            {
                silence.CancelAfter(options.Value.Silence);
                onBegin();
            }, either.Token);
            call.Succeed(answer);
            budget.Spend(answer.InputTokens + answer.OutputTokens);
            return answer;
        }
        catch (Exception exception)
        {
            // After the chat was cancelled any exception is only a consequence of that.
            var failure = cancellationToken.IsCancellationRequested
                ? null
                : ModelFailures.Explain(exception, options.Value, silence.IsCancellationRequested);
            call.Fail(failure ?? exception);
            if (failure is null || failure == exception)
                throw;
            throw failure;
        }
    }

    private async Task<ModelAnswer> StreamAsync(
        IReadOnlyList<ChatMessage> messages, ChatCompletionOptions request, ModelBudget budget, Func<string, CancellationToken, Task> onText,
        Action onPiece, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var calls = new ToolCallAssembler();
        ChatTokenUsage? usage = null;
        var pieces = 0;
        await foreach (var update in CreateClient().CompleteChatStreamingAsync(messages, request, cancellationToken))
        {
            pieces++;
            onPiece();
            usage = update.Usage ?? usage;
            foreach (var piece in update.ToolCallUpdates)
                calls.Add(piece);
            foreach (var part in update.ContentUpdate)
            {
                if (string.IsNullOrEmpty(part.Text))
                    continue;

                text.Append(part.Text);
                await onText(part.Text, cancellationToken);
            }

            budget.Watch(ModelBudget.Estimate(text.Length + calls.Characters));
        }

        if (pieces == 0)
            throw ModelFailures.Empty(options.Value);

        return new ModelAnswer(
            text.ToString(), calls.Build(),
            usage?.InputTokenCount ?? ModelBudget.Estimate(messages.Sum(message => message.Content.Sum(part => part.Text?.Length ?? 0))),
            usage?.OutputTokenCount ?? ModelBudget.Estimate(text.Length + calls.Characters));
    }

    private ChatClient CreateClient() => new(
        options.Value.Name,
        new ApiKeyCredential(options.Value.ApiKey),
        new OpenAIClientOptions
        {
            Endpoint = options.Value.Endpoint,
            Transport = new HttpClientPipelineTransport(clients.CreateClient(HttpClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan, // Silence is watched here, by the injected clock.
        });

    private ChatCompletionOptions CreateOptions(IReadOnlyList<ChatTool> tools, AnswerStyle? style)
    {
        var request = new ChatCompletionOptions { Temperature = style?.Temperature ?? options.Value.Temperature };
        if (style is { SchemaName: { } name, Schema: { } schema })
            request.ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(name, schema);
        foreach (var tool in tools)
            request.Tools.Add(tool);
        return request;
    }
}
