using System.CommandLine;
using Tmcp.Publisher.Lint;

var root = new RootCommand("Turns TMCP's graph into the Kubernetes manifests that Argo CD syncs.")
{
    LintCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
