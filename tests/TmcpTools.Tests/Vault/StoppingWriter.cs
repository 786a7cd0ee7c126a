namespace Tmcp.Tools.Tests.Vault;

/// <summary>Stops a job after a line that it writes, once a condition holds: as a pod that is ended in between.</summary>
internal sealed class StoppingWriter(Func<bool> condition, CancellationTokenSource stop) : StringWriter
{
    public override async Task WriteLineAsync(string? value)
    {
        await base.WriteLineAsync(value);
        if (condition())
            await stop.CancelAsync();
    }
}
