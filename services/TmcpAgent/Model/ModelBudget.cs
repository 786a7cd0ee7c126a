namespace Tmcp.Agent.Model;

/// <summary>The tokens that one request may cost, over all its model calls. Thread-safe.</summary>
/// <param name="limit">In tokens.</param>
/// <param name="setting">The configuration key of the limit, for the error text.</param>
/// <param name="spent">What was spent before.</param>
internal sealed class ModelBudget(int limit, string setting = "Chat:Tokens", int spent = 0)
{
    // Usual for Latin script; Vietnamese and JSON come out too low rather than too high, which a bound can live with.
    private const int CharactersPerToken = 4;

    private int _spent = spent;

    public int Spent => _spent;

    public static int Estimate(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;

    /// <exception cref="ModelBudgetException">Nothing is left.</exception>
    public void Spend(int tokens)
    {
        Interlocked.Add(ref _spent, tokens);
        Watch(0);
    }

    /// <summary>Stops an answer that is still being written.</summary>
    /// <param name="tokens">Its length so far.</param>
    /// <exception cref="ModelBudgetException">It has reached the limit.</exception>
    public void Watch(int tokens)
    {
        if (Spent + tokens > limit)
            throw new ModelBudgetException(limit, setting);
    }
}

/// <summary>The request used up its tokens.</summary>
internal sealed class ModelBudgetException(int limit, string setting) : Exception(
    $"The request used more than {limit} tokens (setting {setting}) and was stopped. Ask for less at once, or raise the setting.");
