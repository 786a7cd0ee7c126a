using System.Text.RegularExpressions;

namespace Tmcp.Agent.Team;

/// <summary>Reads the supervisor's answer, which models like to wrap in words.</summary>
internal static partial class Router
{
    /// <summary>The member who acts next, or null for "finished".</summary>
    /// <param name="answer">The supervisor's answer, one word or many.</param>
    /// <param name="someoneReported">Whether a member has already answered the request.</param>
    /// <remarks>
    /// The first name contained in the answer wins, in team order. After a report an explicit FINISH goes before names: a sentence like
    /// "CampaignManager has created it. FINISH" would otherwise send the same work out again and create it twice.
    /// </remarks>
    public static Member? Choose(string answer, bool someoneReported)
    {
        var spoken = Thoughts().Replace(answer, "");
        if (someoneReported && Finish().IsMatch(spoken))
            return null;

        return Members.All.FirstOrDefault(member => spoken.Contains(member.Name, StringComparison.OrdinalIgnoreCase));
    }

    // Models that reason aloud weigh every name before they choose: "<think>Strategist or Researcher?</think>Researcher".
    [GeneratedRegex("<think>.*?(</think>|$)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Thoughts();

    [GeneratedRegex(@"\bFINISH(ED)?\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Finish();
}
