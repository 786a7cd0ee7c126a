using Microsoft.Extensions.Options;

namespace Tmcp.Agent.Tools;

[OptionsValidator]
internal sealed partial class SearchOptionsValidator : IValidateOptions<SearchOptions>;
