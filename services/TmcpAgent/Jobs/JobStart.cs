namespace Tmcp.Agent.Jobs;

/// <summary>What became of the wish to start a job.</summary>
internal abstract record JobStart
{
    private JobStart()
    {
    }

    /// <summary>It runs, or has run.</summary>
    public sealed record Running(string JobId) : JobStart;

    /// <summary>The caller has as many running as are allowed.</summary>
    public sealed record TooMany(int Limit) : JobStart;

    /// <summary>The key was used with another body.</summary>
    public sealed record OtherBody : JobStart;
}
