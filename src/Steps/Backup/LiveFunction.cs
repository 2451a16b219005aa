using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Backup;

/// <summary>Reads what Lambda knows of one function, page by page.</summary>
internal sealed class LiveFunction(IAmazonLambda lambda, string name)
{
    /// <summary>What a version is called that nobody has published.</summary>
    public const string Unpublished = "$LATEST";

    public string Name => name;

    /// <summary>The function, or null when it is not there.</summary>
    public async Task<GetFunctionResponse?> FindAsync()
    {
        try
        {
            return await lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = name });
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    /// <exception cref="MigrationRefused">It is not there.</exception>
    public async Task<GetFunctionResponse> RequireAsync() =>
        await FindAsync()
        ?? throw new MigrationRefused(
            $"There is no function {name} in this account and region. Give the function that the contact flows invoke as functionName."
        );

    public async Task<IReadOnlyList<AliasConfiguration>> ListAliasesAsync()
    {
        var aliases = new List<AliasConfiguration>();
        var request = new ListAliasesRequest { FunctionName = name };
        do
        {
            var page = await lambda.ListAliasesAsync(request);
            aliases.AddRange(page.Aliases ?? []);
            request.Marker = page.NextMarker;
        } while (request.Marker is { Length: > 0 });

        return [.. aliases.OrderBy(alias => alias.Name, StringComparer.Ordinal)];
    }

    /// <summary>The published versions, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<FunctionConfiguration>> ListVersionsAsync()
    {
        var versions = new List<FunctionConfiguration>();
        var request = new ListVersionsByFunctionRequest { FunctionName = name };
        do
        {
            var page = await lambda.ListVersionsByFunctionAsync(request);
            versions.AddRange((page.Versions ?? []).Where(version => version.Version != Unpublished));
            request.Marker = page.NextMarker;
        } while (request.Marker is { Length: > 0 });

        return
        [
            .. versions
                .OrderBy(version => version.Version.Length)
                .ThenBy(version => version.Version, StringComparer.Ordinal),
        ];
    }

    public async Task<IReadOnlyList<EventSourceMappingConfiguration>> ListEventSourcesAsync()
    {
        var sources = new List<EventSourceMappingConfiguration>();
        var request = new ListEventSourceMappingsRequest { FunctionName = name };
        do
        {
            var page = await lambda.ListEventSourceMappingsAsync(request);
            sources.AddRange(page.EventSourceMappings ?? []);
            request.Marker = page.NextMarker;
        } while (request.Marker is { Length: > 0 });

        return [.. sources.OrderBy(source => source.UUID, StringComparer.Ordinal)];
    }

    /// <summary>The resource policy of the function, a version or an alias; null when it has none.</summary>
    public async Task<string?> FindPolicyAsync(string? qualifier)
    {
        try
        {
            return (
                await lambda.GetPolicyAsync(new GetPolicyRequest { FunctionName = name, Qualifier = qualifier })
            ).Policy;
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public async Task<int?> FindReservedConcurrencyAsync() =>
        (
            await lambda.GetFunctionConcurrencyAsync(new GetFunctionConcurrencyRequest { FunctionName = name })
        ).ReservedConcurrentExecutions;
}
