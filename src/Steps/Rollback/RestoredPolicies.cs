using System.Text;
using System.Text.Json.Nodes;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using SonicBridge.Steps.Backup;
using SonicBridge.Steps.Migration;

namespace SonicBridge.Steps.Rollback;

/// <summary>Brings the resource policies of a function, its aliases and its versions back, statement by statement.</summary>
internal sealed class RestoredPolicies(IAmazonLambda lambda, MigrationStore store, FunctionRecord backup)
{
    private readonly LiveFunction _function = new(lambda, backup.FunctionName);

    public async Task RestoreAsync()
    {
        var names = await RestoredNames.ReadAsync(store);
        var qualifiers = (await _function.ListAliasesAsync())
            .Select(alias => alias.Name)
            .Concat((await _function.ListVersionsAsync()).Select(version => version.Version))
            .Prepend(null);
        foreach (var qualifier in qualifiers)
        {
            var before = qualifier is null ? null : RestoredNames.Before(names.Versions, qualifier);
            await RestoreAsync(qualifier, await ReadBackupAsync(before));
        }
    }

    private async Task<IReadOnlyDictionary<string, JsonObject>> ReadBackupAsync(string? qualifier) =>
        await store.ReadBytesAsync(FunctionPolicy.FileOf(qualifier)) is { } file
            ? FunctionPolicy.Parse(qualifier, Encoding.UTF8.GetString(file)).Statements
            : new Dictionary<string, JsonObject>();

    private async Task RestoreAsync(string? qualifier, IReadOnlyDictionary<string, JsonObject> wanted)
    {
        var live = await _function.FindPolicyAsync(qualifier) is { } document
            ? FunctionPolicy.Parse(qualifier, document).Statements
            : new Dictionary<string, JsonObject>();
        foreach (var (id, _) in live.Where(found => !IsSame(found.Value, wanted.GetValueOrDefault(found.Key))))
        {
            await lambda.RemovePermissionAsync(
                new RemovePermissionRequest
                {
                    FunctionName = _function.Name,
                    Qualifier = qualifier,
                    StatementId = id,
                }
            );
        }

        foreach (var (_, statement) in wanted.Where(one => !IsSame(one.Value, live.GetValueOrDefault(one.Key))))
        {
            await lambda.AddPermissionAsync(PermissionStatement.ToRequest(_function.Name, qualifier, statement));
        }
    }

    private static bool IsSame(JsonObject one, JsonObject? other) =>
        other is not null && CanonicalJson.Write(one).AsSpan().SequenceEqual(CanonicalJson.Write(other));
}
