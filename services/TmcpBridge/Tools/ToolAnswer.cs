namespace Tmcp.Bridge.Tools;

/// <summary>What a tool said. A rejection is marked as an error in the protocol; an <c>Error: </c> text is not.</summary>
internal readonly record struct ToolAnswer(string Text, bool IsRejection);
