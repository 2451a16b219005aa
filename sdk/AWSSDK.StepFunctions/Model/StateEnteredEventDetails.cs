namespace Amazon.StepFunctions.Model;

/// <summary>The state that was entered.</summary>
public partial class StateEnteredEventDetails
{
    public string Input { get; set; }

    public string Name { get; set; }
}
