using Tmcp.Agent.Generation.Events;

namespace Tmcp.Agent.Generation.Worksheets;

/// <param name="Worksheet">Markdown.</param>
internal sealed record WorksheetDone(string Worksheet) : DoneEvent;
