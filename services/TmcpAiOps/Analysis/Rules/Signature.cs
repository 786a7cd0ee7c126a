using System.Text.RegularExpressions;

namespace Tmcp.AiOps.Analysis.Rules;

/// <summary>How one kind of failure shows in log lines, and what to say about it.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Strong">Words that only this failure writes.</param>
/// <param name="Weak">Words that go with it, and with others.</param>
/// <param name="Cause">What is wrong; <c>{service}</c> and <c>{target}</c> are filled in.</param>
/// <param name="Solution">What to do; the same.</param>
internal sealed record Signature(FailureKind Kind, Regex Strong, Regex Weak, string Cause, string Solution);
