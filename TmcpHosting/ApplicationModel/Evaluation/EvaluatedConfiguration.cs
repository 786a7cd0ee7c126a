namespace Aspire.Hosting.ApplicationModel;

/// <summary>What a resource is started with.</summary>
/// <param name="environment">The variables, in the order they were first written.</param>
/// <param name="arguments">The arguments.</param>
internal sealed class EvaluatedConfiguration(IReadOnlyList<EvaluatedVariable> environment, IReadOnlyList<EvaluatedArgument> arguments)
{
    public IReadOnlyList<EvaluatedVariable> Environment { get; } = environment;

    public IReadOnlyList<EvaluatedArgument> Arguments { get; } = arguments;
}
