using System.Globalization;
using Amazon.CloudFormation;
using Amazon.Connect;
using Amazon.ECR;
using Amazon.ECS;
using Amazon.Lambda;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.StepFunctions;
using SonicBridge.Steps.Deploy;
using SonicBridge.Steps.Flows;

namespace SonicBridge.Steps.Migration;

/// <summary>
/// <c>preflight-migration</c>: reads the input, claims the migration, looks at the account and writes <c>plan.json</c> and
/// <c>found.json</c>. It changes nothing outside the migration's folder.
/// </summary>
public sealed class PreflightMigrationFunction
{
    private readonly IAmazonS3 _s3;
    private readonly IAmazonStepFunctions _stepFunctions;
    private readonly AccountSurvey _survey;
    private readonly MigrationDefaults _defaults;
    private readonly string _bucket;

    public PreflightMigrationFunction()
        : this(
            new AmazonS3Client(),
            new AmazonStepFunctionsClient(),
            new AccountSurvey(
                new AmazonLambdaClient(),
                new AmazonECSClient(),
                new AmazonConnectClient(),
                new AmazonECRClient(),
                new AmazonCloudFormationClient(),
                StackParameters.FromEnvironment(),
                NewFunctions.FromEnvironment()
            ),
            MigrationDefaults.FromEnvironment(),
            Setting.Required(Setting.Optional("BACKUP_BUCKET"), "BACKUP_BUCKET")
        ) { }

    internal PreflightMigrationFunction(
        IAmazonS3 s3,
        IAmazonStepFunctions stepFunctions,
        AccountSurvey survey,
        MigrationDefaults defaults,
        string bucket
    )
    {
        _s3 = s3;
        _stepFunctions = stepFunctions;
        _survey = survey;
        _defaults = defaults;
        _bucket = bucket;
    }

    /// <exception cref="MigrationRefused">The input or the account does not allow it; the message says what to mend.</exception>
    [LambdaFunction(
        ResourceName = nameof(PreflightMigrationFunction),
        Timeout = 110,
        MemorySize = 1024,
        Role = "@PreflightMigrationRole"
    )]
    public async Task<PreflightAnswer> PreflightMigration(PreflightRequest request, ILambdaContext context)
    {
        var execution = request.Execution ?? "";
        var plan = MigrationInput.Read(request.Input, _defaults);
        var own = StoreOf(MigrationClaim.NameOf(execution));
        var answer =
            request.Purpose != "migrate" ? await PlanAsync(plan, own)
            : plan.DryRun ? await PredictAsync(plan, own, execution)
            : await BeginAsync(plan, execution);
        context.Logger.LogInformation("{purpose}: {folder} {note}", request.Purpose ?? "", answer.Folder, answer.Note);
        return answer;
    }

    private async Task<PreflightAnswer> BeginAsync(MigrationPlan plan, string execution)
    {
        var current = await new MigrationClaim(_s3, _stepFunctions, _bucket).TakeAsync(execution);
        var store = StoreOf(current.Id);
        switch (current.Phase)
        {
            case MigrationPhase.Migrated:
                return await AlreadyMigratedAsync(plan, store, current);
            case MigrationPhase.Sealed:
                var share = await GoOnAsync(plan, store, current);
                return await PlanAsync(plan, store) with
                {
                    Sealed = true,
                    // From where it stopped: no caller who goes the new way is sent back.
                    Percentages = [.. plan.Percentages.Where(percentage => percentage >= share)],
                };
            default:
                var found = await _survey.LookAsync(plan, store);
                await store.WriteAsync(MigrationFile.Found, found, CancellationToken.None);
                return found.Problems.Count == 0
                    ? await PlanAsync(plan, store)
                    : throw new MigrationRefused(string.Join(' ', found.Problems));
        }
    }

    /// <summary>Says in the execution's own folder what a migration would find: what would stop it does not stop this.</summary>
    private async Task<PreflightAnswer> PredictAsync(MigrationPlan plan, MigrationStore own, string execution)
    {
        FoundAccount found;
        try
        {
            var current = await new MigrationClaim(_s3, _stepFunctions, _bucket).PredictAsync(execution);
            var store = StoreOf(current.Id);
            switch (current.Phase)
            {
                case MigrationPhase.Migrated:
                    return await AlreadyMigratedAsync(plan, store, current);
                case MigrationPhase.Sealed:
                    var share = await GoOnAsync(plan, store, current);
                    found = await store.RequireAsync(MigrationFile.Found) with
                    {
                        Notices =
                        [
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"Migration {current.Id} was begun and is gone on with: {share} % of the callers go the new way by now."
                            ),
                        ],
                    };
                    break;
                default:
                    found = await _survey.LookAsync(plan, own);
                    break;
            }
        }
        catch (MigrationRefused e)
        {
            found = new FoundAccount { Problems = [e.Message] };
        }

        await own.WriteAsync(MigrationFile.Found, found, CancellationToken.None);
        return await PlanAsync(plan, own);
    }

    private async Task<int> GoOnAsync(MigrationPlan plan, MigrationStore store, CurrentMigration current)
    {
        RefuseAnother(await store.RequireAsync(MigrationFile.Plan), plan, current);
        return await _survey.LookAtSealedAsync(plan, store);
    }

    /// <summary>All callers go the new way: a smaller share would send them back.</summary>
    private static async Task<PreflightAnswer> AlreadyMigratedAsync(
        MigrationPlan plan,
        MigrationStore store,
        CurrentMigration current
    )
    {
        RefuseAnother(await store.RequireAsync(MigrationFile.Plan), plan, current);
        return AnswerOf(plan, store) with
        {
            Sealed = true,
            Migrated = true,
            Note =
                $"Migration {current.Id} is done already, and nothing was changed: all calls are carried by ECS on EC2. Start nova-sonic-verify with {{}} to prove that, or nova-sonic-rollback with {{}} to go back.",
        };
    }

    private MigrationStore StoreOf(string id) => new(_s3, new MigrationFolder(_bucket, id));

    private static async Task<PreflightAnswer> PlanAsync(MigrationPlan plan, MigrationStore store)
    {
        await store.WriteAsync(MigrationFile.Plan, plan, CancellationToken.None);
        return AnswerOf(plan, store);
    }

    private static PreflightAnswer AnswerOf(MigrationPlan plan, MigrationStore store) =>
        new(
            store.Folder.ToString(),
            plan.DryRun,
            Sealed: false,
            plan.Canary,
            plan.Percentages,
            plan.BakeSeconds,
            plan.PollSeconds
        );

    /// <summary>What is under way is gone on with as it was begun, but for how fast.</summary>
    private static void RefuseAnother(MigrationPlan begun, MigrationPlan asked, CurrentMigration current)
    {
        (string Field, string Begun, string Asked)[] fixedFields =
        [
            ("connectInstanceId", begun.ConnectInstanceId, asked.ConnectInstanceId),
            ("functionName", begun.FunctionName, asked.FunctionName),
            ("taskDefinitionFamily", begun.TaskDefinitionFamily, asked.TaskDefinitionFamily),
            ("stackName", begun.StackName, asked.StackName),
        ];
        foreach (var (field, before, now) in fixedFields)
        {
            if (before != now)
            {
                throw new MigrationRefused(
                    $"Migration {current.Id} was begun with {field} '{before}', and now '{now}' is asked for. Start nova-sonic-rollback with {{}} before another migration, or leave {field} as it was."
                );
            }
        }
    }
}
