using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Orchestration.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Execution;

/// <summary>How one run of an instance ended, in the model's words.</summary>
/// <param name="State">Finished, Exited or FailedToStart.</param>
/// <param name="ExitCode">Null when it is not known, or when the end was our doing and says nothing.</param>
/// <param name="IsCrash">True when nobody asked for the end and it was not a success.</param>
/// <param name="Lasted">From start to end; null when unknown.</param>
internal sealed record InstanceEnd(string State, int? ExitCode, bool IsCrash, TimeSpan? Lasted)
{
    public static InstanceEnd Of(IResource resource, Observation seen, bool wasStopped)
    {
        // The runtime's clock and dcp's may differ by more than a short run lasts.
        var lasted = seen.Finished - seen.Started is { Ticks: >= 0 } time ? time : (TimeSpan?)null;
        if (seen.State == DcpStates.FailedToStart && !wasStopped)
            return new InstanceEnd(KnownResourceStates.FailedToStart, null, false, null);

        var state = resource.IsContainer() ? KnownResourceStates.Exited : KnownResourceStates.Finished;
        // -1 is dcp's word for an end by a signal. After a stop that is what was asked for.
        var code = wasStopped && seen.ExitCode == -1 ? null : seen.ExitCode;
        return new InstanceEnd(state, code, !wasStopped && code is not (0 or null), lasted);
    }

    /// <summary>For example <c>exit code 3 after 12.4 s</c>.</summary>
    public string Describe()
    {
        var how = ExitCode == -1 ? "by a signal" : $"with exit code {ExitCode}";
        return Lasted is { } lasted ? $"{how} after {lasted.TotalSeconds:0.0} s" : how;
    }
}
