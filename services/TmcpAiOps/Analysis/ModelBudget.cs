using Microsoft.Extensions.Options;

namespace Tmcp.AiOps.Analysis;

/// <summary>Tokens spent within the last hour, and the rest that a failing model is given.</summary>
internal sealed class ModelBudget(IOptions<AnalysisOptions> options, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Queue<(DateTimeOffset At, int Tokens)> _spent = new();
    private long _total;
    private int _failures;
    private DateTimeOffset _restUntil;

    /// <exception cref="ModelFailure">The model must not be called now.</exception>
    public void Ask(int tokens)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (now < _restUntil)
                throw new ModelFailure("resting", $"the model failed {options.Value.FailuresBeforeRest} times in a row and is asked again later");
            while (_spent.TryPeek(out var oldest) && now - oldest.At > TimeSpan.FromHours(1))
                _total -= _spent.Dequeue().Tokens;
            if (_total + tokens > options.Value.TokensPerHour)
                throw new ModelFailure("budget", "the hour's tokens are used up (AiOps:Analysis:TokensPerHour)");
        }
    }

    public void Spend(int tokens)
    {
        lock (_lock)
        {
            _spent.Enqueue((clock.GetUtcNow(), tokens));
            _total += tokens;
            _failures = 0;
        }
    }

    public void Fail()
    {
        lock (_lock)
        {
            if (++_failures < options.Value.FailuresBeforeRest)
                return;
            _failures = 0;
            _restUntil = clock.GetUtcNow() + options.Value.RestAfterFailures;
        }
    }
}
