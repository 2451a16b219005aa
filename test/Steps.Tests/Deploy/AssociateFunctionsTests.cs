using Amazon.Lambda.TestUtilities;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Migration;
using SonicBridge.Steps.Rollback;
using SonicBridge.Steps.Tests.Flows;

namespace SonicBridge.Steps.Tests.Deploy;

/// <summary>What <c>associate-functions</c> adds, and what <c>dissociate-functions</c> takes back.</summary>
public sealed class AssociateFunctionsTests : IDisposable
{
    private const string Added = $"nova-sonic-migrate-{FakeConnect.InstanceId}";

    private readonly AFlowMigration _migration = new();
    private readonly FakePolicies _policies = new();

    public void Dispose()
    {
        _migration.Dispose();
        _policies.Dispose();
    }

    private Task<StepDone> Associate() =>
        new AssociateFunctionsFunction(
            _migration.S3,
            _migration.Connect,
            _policies,
            AContactFlow.StartArn,
            AContactFlow.NextArn
        ).AssociateFunctions(new StepRequest(AFlowMigration.Folder), new TestLambdaContext());

    private Task<StepDone> Dissociate() =>
        new DissociateFunctionsFunction(_migration.S3, _migration.Connect, _policies).DissociateFunctions(
            new StepRequest(AFlowMigration.Folder),
            new TestLambdaContext()
        );

    [Fact]
    public async Task What_is_missing_is_added_and_taken_back()
    {
        await Associate();

        _migration.Connect.Functions.ShouldBe([AContactFlow.StartArn, AContactFlow.NextArn], ignoreOrder: true);
        _policies.Of(AContactFlow.StartArn).ShouldBe([Added]);
        _policies.Of(AContactFlow.NextArn).ShouldBe([Added]);

        await Dissociate();

        _migration.Connect.Functions.ShouldBeEmpty();
        _policies.Of(AContactFlow.StartArn).ShouldBeEmpty();
        _policies.Of(AContactFlow.NextArn).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(FakeConnect.InstanceArn)]
    [InlineData("arn:aws:connect:us-east-1:111122223333:instance/*")]
    public async Task What_was_there_before_is_neither_added_nor_taken_back(string sourceArn)
    {
        foreach (var function in new[] { AContactFlow.StartArn, AContactFlow.NextArn })
        {
            _migration.Connect.Functions.Add(function);
            _policies.Add(function, "the-stacks-own", sourceArn);
        }

        (await Associate()).Done.ShouldContain("already");
        (await Dissociate()).Done.ShouldContain("nothing to take back");

        _migration.Connect.Functions.Count.ShouldBe(2);
        _policies.Of(AContactFlow.StartArn).ShouldBe(["the-stacks-own"]);
        _migration.Connect.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("arn:aws:connect:us-east-1:111122223333:instance/another", "connect.amazonaws.com")]
    [InlineData(FakeConnect.InstanceArn, "events.amazonaws.com")]
    public async Task A_permission_of_others_is_no_permission_of_the_instance(string sourceArn, string principal)
    {
        _policies.Add(AContactFlow.StartArn, "others", sourceArn, principal);

        await Associate();
        _policies.Of(AContactFlow.StartArn).ShouldBe(["others", Added]);

        await Dissociate();
        _policies.Of(AContactFlow.StartArn).ShouldBe(["others"]);
    }

    [Fact]
    public async Task A_permission_that_associating_gives_is_not_given_twice_and_is_taken_back()
    {
        _migration.Connect.Before = what =>
        {
            if (what.StartsWith("associate", StringComparison.Ordinal))
            {
                _policies.Add(what["associate ".Length..], "by-connect", FakeConnect.InstanceArn);
            }
        };

        await Associate();
        _policies.Of(AContactFlow.StartArn).ShouldBe(["by-connect"]);

        await Dissociate();
        _policies.Of(AContactFlow.StartArn).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_time_the_note_of_what_was_there_before_stays()
    {
        await Associate();
        var before = _migration.S3.Text(AFlowMigration.Key("associated.json"));

        await Associate();

        _migration.S3.Text(AFlowMigration.Key("associated.json")).ShouldBe(before);
        _migration.Read(MigrationFile.Associated)!.Functions.ShouldAllBe(function => !function.WasAssociated);
    }

    [Fact]
    public async Task A_migration_that_never_came_so_far_has_nothing_to_take_back() =>
        (await Dissociate()).Done.ShouldContain("had not come");
}
