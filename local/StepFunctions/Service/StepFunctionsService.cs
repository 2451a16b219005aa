using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using SonicBridge.Local.FrontDoor;
using SonicBridge.Local.StepFunctions.Language;
using SonicBridge.Local.StepFunctions.Running;

namespace SonicBridge.Local.StepFunctions.Service;

/// <summary>Step Functions' API (service model 2016-11-23, AWS JSON 1.0), as far as SDKs and the CLI need it here.</summary>
public sealed class StepFunctionsService : IAwsService
{
    private readonly AwsJsonOperations _operations = new("AWSStepFunctions", "1.0");

    // Definitions and data travel as strings in JSON: their quotes need one backslash, not six characters.
    private readonly JsonTypeInfo<JsonObject> _shape = new ObjectJson(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
    ).JsonObject;

    public StepFunctionsService(StateMachines machines)
    {
        var ofMachines = new StateMachineOperations(machines);
        Add("CreateStateMachine", ofMachines.Create);
        Add("DescribeStateMachine", ofMachines.Describe);
        Add("DescribeStateMachineForExecution", ofMachines.DescribeForExecution);
        Add("ListStateMachines", ofMachines.List);
        Add("UpdateStateMachine", ofMachines.Update);
        Add("DeleteStateMachine", ofMachines.Delete);
        var ofExecutions = new ExecutionOperations(machines);
        Add("StartExecution", ofExecutions.Start);
        Add("DescribeExecution", ofExecutions.Describe);
        Add("ListExecutions", ofExecutions.List);
        Add("GetExecutionHistory", ofExecutions.GetHistory);
        Add("StopExecution", ofExecutions.Stop);
        var ofTasks = new TaskOperations(machines.Tokens);
        Add("SendTaskSuccess", ofTasks.Succeed);
        Add("SendTaskFailure", ofTasks.Fail);
        Add("SendTaskHeartbeat", ofTasks.Beat);
    }

    public string SigningName => "states";

    public Task HandleAsync(HttpContext context) => _operations.HandleAsync(context);

    private void Add(string name, Func<ApiRequest, JsonObject> operation) =>
        _operations.Add(name, _shape, _shape, body => Answer(operation, body));

    private static JsonObject Answer(Func<ApiRequest, JsonObject> operation, JsonObject body)
    {
        try
        {
            return operation(new ApiRequest(body));
        }
        catch (DefinitionRefusedException e)
        {
            throw new AwsException("InvalidDefinition", $"Invalid State Machine Definition: '{e.Message}'");
        }
    }
}

/// <summary>Bodies as they come: operations read them member by member.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ObjectJson : JsonSerializerContext;
