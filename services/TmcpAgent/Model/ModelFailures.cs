using System.ClientModel;

namespace Tmcp.Agent.Model;

/// <summary>Says in words what went wrong with a model call.</summary>
internal static class ModelFailures
{
    public static ModelException Empty(ModelOptions options) => new(
        $"Model '{options.Name}' at {options.BaseUrl} sent an empty answer, no chat completion. Check that OLLAMA_BASE_URL is an OpenAI-compatible server.",
        transient: true);

    /// <summary>The failure to report, or null for one that is not the model's (a chat that was cancelled or used up its tokens).</summary>
    public static ModelException? Explain(Exception exception, ModelOptions options, bool silent) => exception switch
    {
        ModelException known => known,
        ModelBudgetException => null,
        _ when silent => new(
            $"Model '{options.Name}' at {options.BaseUrl} was silent for {options.Silence.TotalSeconds:0.#} s (setting Model:Silence). See the model server's log; a smaller model answers sooner.",
            transient: false, exception),
        OperationCanceledException => null,
        ClientResultException { Status: 404 } => new(NotInstalled(options), transient: false, exception),
        ClientResultException { Status: 401 or 403 } refused => new(
            $"The model server at {options.BaseUrl} refused the key (status {refused.Status}): set OLLAMA_API_KEY.", transient: false, exception),
        ClientResultException { Status: > 0 } answered => new(
            $"The model server at {options.BaseUrl} answered {answered.Status} for model '{options.Name}'. See its log, then send the message again.",
            answered.Status is 408 or 429 or >= 500, exception),
        ClientResultException or HttpRequestException or IOException => new(
            $"The model server at {options.BaseUrl} cannot be reached or broke off. Start it or see its log, then send the message again.",
            transient: true, exception),
        // Whatever else the client library throws comes from an answer that it could not read.
        _ => new(
            $"Model '{options.Name}' at {options.BaseUrl} sent something that is no chat completion ({exception.GetType().Name}). Check that OLLAMA_BASE_URL is an OpenAI-compatible server.",
            transient: false, exception),
    };

    public static string NotInstalled(ModelOptions options) => $"model {options.Name} not installed: ollama pull {options.Name}";
}
