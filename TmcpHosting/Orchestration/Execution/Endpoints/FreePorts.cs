using System.Collections.Concurrent;

namespace Aspire.Hosting.Orchestration.Execution.Endpoints;

/// <summary>Free ports for endpoints without proxy. Below the range the system hands out itself, so that nobody gets one meanwhile.</summary>
internal static class FreePorts
{
    private const int Lowest = 10_000;
    private const int Highest = 32_767;
    private static readonly ConcurrentDictionary<int, bool> _given = new();

    /// <summary>A port that is free now and was not given before by this process.</summary>
    public static int Next()
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = Random.Shared.Next(Lowest, Highest + 1);
            if (_given.TryAdd(port, true) && PortCheck.IsFree(port))
                return port;
        }

        throw new DistributedApplicationException($"No free port was found between {Lowest} and {Highest}: something on this machine holds nearly all of them.");
    }
}
