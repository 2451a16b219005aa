using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>Brings a function's aliases back to the versions that they stood for.</summary>
internal sealed class RestoredAliases(IAmazonLambda lambda, MigrationStore store, FunctionRecord backup)
{
    private readonly LiveFunction _function = new(lambda, backup.FunctionName);

    /// <exception cref="MigrationRefused">A version is gone whose code the backup does not hold.</exception>
    public async Task RestoreAsync()
    {
        var wanted = await store.RequireAsync(FunctionFile.Aliases);
        var names = await RestoreVersionsAsync(wanted);
        var live = (await _function.ListAliasesAsync()).ToDictionary(alias => alias.Name, StringComparer.Ordinal);
        foreach (var alias in wanted)
        {
            if (!live.Remove(alias.Name, out var found))
            {
                await lambda.CreateAliasAsync(
                    new CreateAliasRequest
                    {
                        FunctionName = _function.Name,
                        Name = alias.Name,
                        FunctionVersion = Now(names, alias.Version),
                        Description = alias.Description,
                        RoutingConfig = alias.Weights.Count > 0 ? RoutingOf(alias, names) : null,
                    }
                );
            }
            else if (!IsSame(AliasRecord.Of(found, RestoredNames.None), NowOf(alias, names)))
            {
                await lambda.UpdateAliasAsync(
                    new UpdateAliasRequest
                    {
                        FunctionName = _function.Name,
                        Name = alias.Name,
                        FunctionVersion = Now(names, alias.Version),
                        Description = alias.Description ?? "",
                        RoutingConfig = RoutingOf(alias, names),
                    }
                );
            }
        }

        foreach (var added in live.Keys)
        {
            await lambda.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = _function.Name, Name = added });
        }
    }

    /// <summary>Publishes anew what an alias stood for and somebody has deleted; Lambda gives no number twice.</summary>
    private async Task<RestoredNames> RestoreVersionsAsync(IReadOnlyList<AliasRecord> wanted)
    {
        var names = await RestoredNames.ReadAsync(store);
        var versions = await store.RequireAsync(FunctionFile.Versions);
        var live = (await _function.ListVersionsAsync()).ToDictionary(
            version => version.Version,
            version => version.CodeSha256,
            StringComparer.Ordinal
        );
        foreach (var number in wanted.SelectMany(alias => alias.Versions()).Distinct(StringComparer.Ordinal))
        {
            var version = versions.FirstOrDefault(version => version.Version == number);
            if (version is not null && live.GetValueOrDefault(Now(names, number)) != version.CodeSha256)
            {
                names = await PublishAsync(version, names);
            }
        }

        return names;
    }

    private async Task<RestoredNames> PublishAsync(VersionRecord version, RestoredNames names)
    {
        if (version.CodeSha256 != backup.CodeSha256)
        {
            throw new MigrationRefused(
                $"Version {version.Version} of {_function.Name}, for which an alias stands, was deleted, and the backup holds the code of the unpublished version alone. Publish that code again, let the alias stand for it, and start the rollback again."
            );
        }

        var published = await lambda.PublishVersionAsync(
            new PublishVersionRequest
            {
                FunctionName = _function.Name,
                CodeSha256 = version.CodeSha256,
                Description = version.Description,
            }
        );
        var named = (
            names with
            {
                Versions = new Dictionary<string, string>(names.Versions) { [version.Version] = published.Version },
            }
        ).With(
            $"version {version.Version}",
            new RestoredChange(
                $"Version {version.Version} of {_function.Name} is version {published.Version} now: Lambda gives no number twice.",
                $"Name version {published.Version} of {_function.Name} where anything but an alias names version {version.Version}."
            )
        );
        await named.WriteAsync(store);
        return named;
    }

    private static AliasRoutingConfiguration RoutingOf(AliasRecord alias, RestoredNames names) =>
        new()
        {
            AdditionalVersionWeights = alias.Weights.ToDictionary(
                weight => Now(names, weight.Key),
                weight => weight.Value,
                StringComparer.Ordinal
            ),
        };

    /// <summary>The alias as it has to be now.</summary>
    private static AliasRecord NowOf(AliasRecord alias, RestoredNames names) =>
        alias with
        {
            Version = Now(names, alias.Version),
            Weights = RoutingOf(alias, names).AdditionalVersionWeights,
        };

    private static bool IsSame(AliasRecord one, AliasRecord other) => Bytes(one).AsSpan().SequenceEqual(Bytes(other));

    private static byte[] Bytes(AliasRecord alias) => CanonicalJson.Write(alias, FunctionJson.Default.AliasRecord);

    private static string Now(RestoredNames names, string version) =>
        names.Versions.GetValueOrDefault(version, version);
}
