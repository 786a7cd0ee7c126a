using System.Diagnostics;
using Tmcp.TriageBench;

var cases = TriageCase.ReadAll(Path.Combine(AppContext.BaseDirectory, "cases.jsonl"));
Score.Of(cases[0]); // the expressions are built once
var watch = Stopwatch.StartNew();
var scores = cases.Select(Score.Of).ToList();
watch.Stop();

Console.WriteLine("| kind | cases | right |");
Console.WriteLine("|---|---|---|");
foreach (var kind in scores.GroupBy(score => score.Case.Kind))
    Console.WriteLine($"| {kind.Key} | {kind.Count()} | {kind.Count(score => score.Passed)} |");
var passed = scores.Count(score => score.Passed);
Console.WriteLine($"| all | {scores.Count} | {passed} ({100.0 * passed / scores.Count:0} %) |");
foreach (var score in scores.Where(score => !score.Passed))
    Console.WriteLine($"wrong: {score.Case.Name}: {score.Case.Kind} seen as {score.Kind}; missing: {string.Join(", ", score.MissingFacts)}; evidence {(score.EvidenceIsReal ? "real" : "none")}");
Console.WriteLine($"{watch.Elapsed.TotalMilliseconds / scores.Count:0.00} ms for each.");
return passed >= 0.8 * scores.Count ? 0 : 1;
