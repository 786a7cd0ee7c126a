using System.CommandLine;
using Tmcp.Publisher.Lint.Schemas;
using Tmcp.Publisher.Output;

namespace Tmcp.Publisher.Lint;

/// <summary><c>lint</c>: exit code 0 when there are no findings, 1 when there are, 2 when the input cannot be read.</summary>
internal static class LintCommand
{
    /// <param name="places">What the graph and the settings say; null: the switches alone count.</param>
    internal static Command Create(Func<ParseResult, CancellationToken, Task<LintOptions>>? places = null)
    {
        var manifests = new Option<string>("--manifests") { Description = "The folder of the tree.", DefaultValueFactory = _ => "manifests" };
        var schemas = new Option<string?>("--schemas") { Description = "A folder of strict schemas with its index.json: unknown fields and wrong types become findings." };
        var models = new Option<string?>("--models") { Description = "A file with the installed models, one in each line." };
        var allowFrom = new Option<string[]>("--allow-from") { Description = "Value of the label 'app' of a caller outside the graph. May be repeated." };
        var notSecret = new Option<string[]>("--not-secret") { Description = "A literal that looks like a secret and is none, as owner/variable. May be repeated." };
        var requireDigests = new Option<string[]>("--require-digests") { Description = "Name of an overlay in which every image needs a digest. May be repeated." };
        var format = new Option<string>("--format") { Description = "How findings are written.", DefaultValueFactory = _ => FindingWriter.Text };
        format.AcceptOnlyFromAmong(FindingWriter.Text, FindingWriter.Json, FindingWriter.GitHub);

        var command = new Command("lint", "Renders the tree and says what in it does not fit together.")
        {
            manifests, schemas, models, allowFrom, notSecret, requireDigests, format,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var known = places is null ? new LintOptions() : await places(result, cancellationToken);
            return Run(
                result.GetRequiredValue(manifests),
                result.GetValue(schemas),
                result.GetValue(models),
                known with
                {
                    OutsideApps = [.. known.OutsideApps, .. result.GetValue(allowFrom) ?? []],
                    NotSecret = [.. known.NotSecret, .. result.GetValue(notSecret) ?? []],
                    RequireDigests = [.. known.RequireDigests, .. result.GetValue(requireDigests) ?? []],
                },
                result.GetRequiredValue(format),
                result.InvocationConfiguration.Output,
                result.InvocationConfiguration.Error);
        });
        return command;
    }

    private static int Run(string folder, string? schemas, string? models, LintOptions options, string format, TextWriter output, TextWriter error)
    {
        try
        {
            var findings = Linter.Run(TreeFolder.Read(folder), options with
            {
                Schemas = schemas is null ? null : SchemaSet.Open(schemas),
                Models = models is null ? null : File.ReadLines(models).Select(line => line.Trim()).Where(line => line.Length > 0).ToList(),
            });
            FindingWriter.Write(findings, format, folder, output);
            return findings.Count == 0 ? 0 : 1;
        }
        catch (Exception unreadable) when (unreadable is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            error.WriteLine(unreadable.Message);
            return 2;
        }
    }
}
