using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tmcp.AiOps.Telemetry;

namespace Tmcp.AiOps.Analysis;

/// <summary>Asks the model one question. Reads no more of the answer than a verdict can have.</summary>
internal sealed class ModelClient(
    IHttpClientFactory clients, IOptions<AnalysisOptions> options, ModelBudget budget, AiOpsTelemetry telemetry, TimeProvider clock) : IDisposable
{
    public const string HttpClientName = "model";

    private const int MaxAnswer = 256 * 1024;

    private readonly SemaphoreSlim _turns = new(options.Value.Concurrency);

    /// <summary>The text that the model wrote.</summary>
    /// <exception cref="ModelFailure">There is none, and why.</exception>
    public async Task<string> AskAsync(string system, string user, CancellationToken cancellationToken)
    {
        using var step = telemetry.StartStep("chat", System.Diagnostics.ActivityKind.Client);
        step.Tag("gen_ai.request.model", options.Value.Model);
        step.Tag("gen_ai.provider.name", "openai");
        using var limit = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var called = false;
        try
        {
            await TakeTurnAsync(cancellationToken);
            limit.CancelAfter(options.Value.Patience); // the turn's own time does not count
            try
            {
                budget.Ask(ModelPrompt.Tokens(system) + ModelPrompt.Tokens(user) + options.Value.AnswerTokens);
                called = true;
                var text = await CallAsync(system, user, either.Token);
                telemetry.ModelCalled("ok");
                step.Succeed();
                return text;
            }
            finally
            {
                _turns.Release();
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failed(step, called, new ModelFailure("timeout", $"the model gave no answer within {options.Value.Patience.TotalSeconds:0.#} s"));
        }
        catch (ModelFailure failure)
        {
            throw Failed(step, called, failure);
        }
    }

    public void Dispose() => _turns.Dispose();

    private async Task TakeTurnAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.TurnPatience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _turns.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ModelFailure("busy", "the model is busy with other incidents");
        }
    }

    private async Task<string> CallAsync(string system, string user, CancellationToken cancellationToken)
    {
        try
        {
            var ask = new ChatRequest(
                options.Value.Model, [new ChatText("system", system), new ChatText("user", user)], 0, options.Value.AnswerTokens,
                VerdictSchema.ResponseFormat(), Stream: false);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{options.Value.Endpoint.AbsoluteUri.TrimEnd('/')}/chat/completions"))
            {
                Content = JsonBytes.Content(ask, ModelJson.Default.ChatRequest),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.ApiKey);
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                throw Refused(response.StatusCode);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var bytes = await BoundedRead.ToArrayAsync(stream, MaxAnswer, cancellationToken);
            if (bytes.Length == MaxAnswer)
                throw new ModelFailure("too_large", "the model's answer was far too long");
            return Read(bytes, system, user);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new ModelFailure("away", "the model server cannot be reached");
        }
        catch (JsonException)
        {
            throw new ModelFailure("nonsense", "the model server sent something that is no chat completion");
        }
    }

    private string Read(byte[] bytes, string system, string user)
    {
        var answer = JsonSerializer.Deserialize(bytes, ModelJson.Default.ChatAnswer);
        var text = answer?.Choices is [{ Message.Content: { Length: > 0 } content }, ..]
            ? content
            : throw new ModelFailure("nonsense", "the model said nothing");
        var input = answer.Usage?.PromptTokens is > 0 and var asked ? asked : ModelPrompt.Tokens(system) + ModelPrompt.Tokens(user);
        var output = answer.Usage?.CompletionTokens is > 0 and var said ? said : ModelPrompt.Tokens(text);
        budget.Spend(input + output);
        telemetry.ModelTokens("input", input);
        telemetry.ModelTokens("output", output);
        return text;
    }

    private ModelFailure Refused(HttpStatusCode status) => status switch
    {
        HttpStatusCode.NotFound => new("refused", $"model {options.Value.Model} is not installed (ollama pull {options.Value.Model})"),
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new("refused", "the model server refuses the key (OLLAMA_API_KEY)"),
        _ => new("refused", $"the model server answered {(int)status}"),
    };

    private ModelFailure Failed(Step step, bool called, ModelFailure failure)
    {
        step.Fail(failure.Kind);
        if (called)
        {
            budget.Fail();
            telemetry.ModelCalled(failure.Kind);
        }

        return failure;
    }
}
