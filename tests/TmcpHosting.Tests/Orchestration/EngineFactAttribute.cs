using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Orchestration.Engine;
using Tmcp.Tests.Shared;

namespace TmcpHosting.Tests.Orchestration;

/// <summary>A test against the real dcp; skipped with the reason where the engine cannot be had.</summary>
internal sealed class EngineFactAttribute : FactAttribute
{
    public EngineFactAttribute()
    {
        try
        {
            TestEngine.Locate();
        }
        catch (EngineException exception)
        {
            Skip = exception.Message;
        }
    }
}

/// <summary>As <see cref="EngineFactAttribute"/>, with data.</summary>
internal sealed class EngineTheoryAttribute : TheoryAttribute
{
    public EngineTheoryAttribute()
    {
        try
        {
            TestEngine.Locate();
        }
        catch (EngineException exception)
        {
            Skip = exception.Message;
        }
    }
}

/// <summary>The engine every test of this assembly shares.</summary>
internal static class TestEngine
{
    private static readonly Lazy<EnginePaths> _paths = new(() =>
    {
        using var locator = new EngineLocator(
            new EngineLocatorOptions { AppHostDirectory = RepositoryFolder.Path }, EngineFolder.ForUser(), EnginePlatform.Current);
        return locator.LocateAsync(CancellationToken.None).GetAwaiter().GetResult();
    });

    public static EnginePaths Locate() => _paths.Value;
}
