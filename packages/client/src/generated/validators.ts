// The requests of every operation, as validators. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
// @ts-nocheck: the functions are ajv's, which writes JavaScript.
import { codePoints, equal, type RequestValidator } from '../validate/runtime.ts';
const request0 = validate0;
const schema0 = {"type":"object","properties":{},"required":[]};

function validate0(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate0.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(data && typeof data == "object" && !Array.isArray(data))){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate0.errors = vErrors;
return errors === 0;
}
validate0.evaluated = {"dynamicProps":false,"dynamicItems":false};

const request1 = validate1;
const schema1 = {"type":"object","properties":{"body":{"$ref":"openapi:/document#/components/schemas/ProspectsEnrollmentsAddRequest"}},"required":["body"]};
const func0 = Object.prototype.hasOwnProperty;
const schema3 = {"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"enrollment_key":{"type":"string","minLength":4},"event_types":{"items":{"$ref":"#/components/schemas/ProspectsEventIdentifier"},"type":"array","minItems":1},"prospect_ids":{"items":{"type":"string","pattern":"^[a-f0-9]{40}$"},"type":"array","maxItems":20,"minItems":1}},"additionalProperties":false,"type":"object","required":["enrollment_key","event_types","prospect_ids"]};
const func7 = codePoints;
const schema4 = {"type":"string","enum":["prospect_changed_role","prospect_changed_company","prospect_job_start_anniversary"]};

function validate4(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate4.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "prospect_changed_role") || (data === "prospect_changed_company")) || (data === "prospect_job_start_anniversary"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema4.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate4.errors = vErrors;
return errors === 0;
}
validate4.evaluated = {"dynamicProps":false,"dynamicItems":false};

const pattern0 = new RegExp("^[a-f0-9]{40}$", "u");

function validate3(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate3.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.enrollment_key === undefined) || (!(func0.call(data, "enrollment_key")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "enrollment_key"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.event_types === undefined) || (!(func0.call(data, "event_types")))){
const err1 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "event_types"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.prospect_ids === undefined) || (!(func0.call(data, "prospect_ids")))){
const err2 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "prospect_ids"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "request_context") || (key0 === "enrollment_key")) || (key0 === "event_types")) || (key0 === "prospect_ids"))){
const err3 = {instancePath,schemaPath:"#/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.request_context !== undefined && func0.call(data, "request_context")){
let data0 = data.request_context;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (data0 !== null)){
const err4 = {instancePath:instancePath+"/request_context",schemaPath:"#/properties/request_context/type",keyword:"type",params:{type: schema3.properties.request_context.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.enrollment_key !== undefined && func0.call(data, "enrollment_key")){
let data1 = data.enrollment_key;
if(typeof data1 === "string"){
if(func7(data1) < 4){
const err5 = {instancePath:instancePath+"/enrollment_key",schemaPath:"#/properties/enrollment_key/minLength",keyword:"minLength",params:{limit: 4}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/enrollment_key",schemaPath:"#/properties/enrollment_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.event_types !== undefined && func0.call(data, "event_types")){
let data2 = data.event_types;
if(Array.isArray(data2)){
if(data2.length < 1){
const err7 = {instancePath:instancePath+"/event_types",schemaPath:"#/properties/event_types/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate4(data2[i0], {instancePath:instancePath+"/event_types/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate4.errors : vErrors.concat(validate4.errors);
errors = vErrors.length;
}
}
}
else {
const err8 = {instancePath:instancePath+"/event_types",schemaPath:"#/properties/event_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
if(data.prospect_ids !== undefined && func0.call(data, "prospect_ids")){
let data4 = data.prospect_ids;
if(Array.isArray(data4)){
if(data4.length > 20){
const err9 = {instancePath:instancePath+"/prospect_ids",schemaPath:"#/properties/prospect_ids/maxItems",keyword:"maxItems",params:{limit: 20}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data4.length < 1){
const err10 = {instancePath:instancePath+"/prospect_ids",schemaPath:"#/properties/prospect_ids/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err11 = {instancePath:instancePath+"/prospect_ids/" + i1,schemaPath:"#/properties/prospect_ids/items/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{40}$"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
else {
const err12 = {instancePath:instancePath+"/prospect_ids/" + i1,schemaPath:"#/properties/prospect_ids/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath:instancePath+"/prospect_ids",schemaPath:"#/properties/prospect_ids/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
}
else {
const err14 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
validate3.errors = vErrors;
return errors === 0;
}
validate3.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};


function validate1(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate1.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
if(!(validate3(data.body, {instancePath:instancePath+"/body",parentData:data,parentDataProperty:"body",rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate3.errors : vErrors.concat(validate3.errors);
errors = vErrors.length;
}
}
}
else {
const err1 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate1.errors = vErrors;
return errors === 0;
}
validate1.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

const request2 = validate7;
const schema5 = {"type":"object","properties":{"body":{"type":"object","additionalProperties":false,"required":["enrollment_id"],"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"enrollment_id":{"type":"string"}}}},"required":["body"]};

function validate7(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate7.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
let data0 = data.body;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.enrollment_id === undefined) || (!(func0.call(data0, "enrollment_id")))){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "enrollment_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!((key0 === "request_context") || (key0 === "enrollment_id"))){
const err2 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.request_context !== undefined && func0.call(data0, "request_context")){
let data1 = data0.request_context;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/body/request_context",schemaPath:"#/properties/body/properties/request_context/type",keyword:"type",params:{type: schema5.properties.body.properties.request_context.type}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.enrollment_id !== undefined && func0.call(data0, "enrollment_id")){
if(typeof data0.enrollment_id !== "string"){
const err4 = {instancePath:instancePath+"/body/enrollment_id",schemaPath:"#/properties/body/properties/enrollment_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
}
else {
const err5 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate7.errors = vErrors;
return errors === 0;
}
validate7.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

const request3 = validate8;
const schema6 = {"type":"object","properties":{"body":{"type":"object","additionalProperties":false,"required":["enrollment_id","enrollment_key","event_types","prospect_ids"],"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"enrollment_id":{"type":"string"},"enrollment_key":{"type":"string","minLength":4},"event_types":{"type":"array","minItems":1,"items":{"$ref":"openapi:/document#/components/schemas/ProspectsEventIdentifier"}},"prospect_ids":{"type":"array","minItems":1,"maxItems":20,"items":{"type":"string","pattern":"^[a-f0-9]{40}$"}}}}},"required":["body"]};

function validate9(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate9.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "prospect_changed_role") || (data === "prospect_changed_company")) || (data === "prospect_job_start_anniversary"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema4.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate9.errors = vErrors;
return errors === 0;
}
validate9.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate8(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate8.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
let data0 = data.body;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.enrollment_id === undefined) || (!(func0.call(data0, "enrollment_id")))){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "enrollment_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data0.enrollment_key === undefined) || (!(func0.call(data0, "enrollment_key")))){
const err2 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "enrollment_key"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if((data0.event_types === undefined) || (!(func0.call(data0, "event_types")))){
const err3 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "event_types"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if((data0.prospect_ids === undefined) || (!(func0.call(data0, "prospect_ids")))){
const err4 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "prospect_ids"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!(((((key0 === "request_context") || (key0 === "enrollment_id")) || (key0 === "enrollment_key")) || (key0 === "event_types")) || (key0 === "prospect_ids"))){
const err5 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.request_context !== undefined && func0.call(data0, "request_context")){
let data1 = data0.request_context;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err6 = {instancePath:instancePath+"/body/request_context",schemaPath:"#/properties/body/properties/request_context/type",keyword:"type",params:{type: schema6.properties.body.properties.request_context.type}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.enrollment_id !== undefined && func0.call(data0, "enrollment_id")){
if(typeof data0.enrollment_id !== "string"){
const err7 = {instancePath:instancePath+"/body/enrollment_id",schemaPath:"#/properties/body/properties/enrollment_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.enrollment_key !== undefined && func0.call(data0, "enrollment_key")){
let data3 = data0.enrollment_key;
if(typeof data3 === "string"){
if(func7(data3) < 4){
const err8 = {instancePath:instancePath+"/body/enrollment_key",schemaPath:"#/properties/body/properties/enrollment_key/minLength",keyword:"minLength",params:{limit: 4}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/body/enrollment_key",schemaPath:"#/properties/body/properties/enrollment_key/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.event_types !== undefined && func0.call(data0, "event_types")){
let data4 = data0.event_types;
if(Array.isArray(data4)){
if(data4.length < 1){
const err10 = {instancePath:instancePath+"/body/event_types",schemaPath:"#/properties/body/properties/event_types/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
const len0 = data4.length;
for(let i0=0; i0<len0; i0++){
if(!(validate9(data4[i0], {instancePath:instancePath+"/body/event_types/" + i0,parentData:data4,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate9.errors : vErrors.concat(validate9.errors);
errors = vErrors.length;
}
}
}
else {
const err11 = {instancePath:instancePath+"/body/event_types",schemaPath:"#/properties/body/properties/event_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
if(data0.prospect_ids !== undefined && func0.call(data0, "prospect_ids")){
let data6 = data0.prospect_ids;
if(Array.isArray(data6)){
if(data6.length > 20){
const err12 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/maxItems",keyword:"maxItems",params:{limit: 20}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
if(data6.length < 1){
const err13 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
const len1 = data6.length;
for(let i1=0; i1<len1; i1++){
let data7 = data6[i1];
if(typeof data7 === "string"){
if(!pattern0.test(data7)){
const err14 = {instancePath:instancePath+"/body/prospect_ids/" + i1,schemaPath:"#/properties/body/properties/prospect_ids/items/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{40}$"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/body/prospect_ids/" + i1,schemaPath:"#/properties/body/properties/prospect_ids/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
}
else {
const err16 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
}
else {
const err17 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
}
else {
const err18 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
validate8.errors = vErrors;
return errors === 0;
}
validate8.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

const request4 = validate11;
const schema8 = {"type":"object","properties":{"body":{"type":"object","additionalProperties":false,"required":["event_types","prospect_ids"],"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"event_types":{"type":"array","minItems":1,"items":{"$ref":"openapi:/document#/components/schemas/ProspectsEventIdentifier"}},"prospect_ids":{"type":"array","minItems":1,"maxItems":40,"uniqueItems":true,"items":{"type":"string","pattern":"^[a-f0-9]{40}$"}},"timestamp_from":{"anyOf":[{"type":"string","format":"date-time"},{"type":"string","format":"date"},{"type":"null"}]},"timestamp_to":{"anyOf":[{"type":"string","format":"date-time"},{"type":"string","format":"date"},{"type":"null"}]},"entity_type":{"type":"string","enum":["business","prospect"]}}}},"required":["body"]};

function validate12(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate12.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!(((data === "prospect_changed_role") || (data === "prospect_changed_company")) || (data === "prospect_job_start_anniversary"))){
const err1 = {instancePath,schemaPath:"#/enum",keyword:"enum",params:{allowedValues: schema4.enum}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
validate12.errors = vErrors;
return errors === 0;
}
validate12.evaluated = {"dynamicProps":false,"dynamicItems":false};


function validate11(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate11.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
let data0 = data.body;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.event_types === undefined) || (!(func0.call(data0, "event_types")))){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "event_types"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data0.prospect_ids === undefined) || (!(func0.call(data0, "prospect_ids")))){
const err2 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "prospect_ids"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!((((((key0 === "request_context") || (key0 === "event_types")) || (key0 === "prospect_ids")) || (key0 === "timestamp_from")) || (key0 === "timestamp_to")) || (key0 === "entity_type"))){
const err3 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.request_context !== undefined && func0.call(data0, "request_context")){
let data1 = data0.request_context;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err4 = {instancePath:instancePath+"/body/request_context",schemaPath:"#/properties/body/properties/request_context/type",keyword:"type",params:{type: schema8.properties.body.properties.request_context.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.event_types !== undefined && func0.call(data0, "event_types")){
let data2 = data0.event_types;
if(Array.isArray(data2)){
if(data2.length < 1){
const err5 = {instancePath:instancePath+"/body/event_types",schemaPath:"#/properties/body/properties/event_types/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(!(validate12(data2[i0], {instancePath:instancePath+"/body/event_types/" + i0,parentData:data2,parentDataProperty:i0,rootData,dynamicAnchors}))){
vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
errors = vErrors.length;
}
}
}
else {
const err6 = {instancePath:instancePath+"/body/event_types",schemaPath:"#/properties/body/properties/event_types/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.prospect_ids !== undefined && func0.call(data0, "prospect_ids")){
let data4 = data0.prospect_ids;
if(Array.isArray(data4)){
if(data4.length > 40){
const err7 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/maxItems",keyword:"maxItems",params:{limit: 40}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data4.length < 1){
const err8 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/minItems",keyword:"minItems",params:{limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
const len1 = data4.length;
for(let i1=0; i1<len1; i1++){
let data5 = data4[i1];
if(typeof data5 === "string"){
if(!pattern0.test(data5)){
const err9 = {instancePath:instancePath+"/body/prospect_ids/" + i1,schemaPath:"#/properties/body/properties/prospect_ids/items/pattern",keyword:"pattern",params:{pattern: "^[a-f0-9]{40}$"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
else {
const err10 = {instancePath:instancePath+"/body/prospect_ids/" + i1,schemaPath:"#/properties/body/properties/prospect_ids/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
let i2 = data4.length;
let j0;
if(i2 > 1){
const indices0 = {};
for(;i2--;){
let item0 = data4[i2];
if(typeof item0 !== "string"){
continue;
}
if(typeof indices0[item0] == "number"){
j0 = indices0[item0];
const err11 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/uniqueItems",keyword:"uniqueItems",params:{i: i2, j: j0}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
break;
}
indices0[item0] = i2;
}
}
}
else {
const err12 = {instancePath:instancePath+"/body/prospect_ids",schemaPath:"#/properties/body/properties/prospect_ids/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
if(data0.timestamp_from !== undefined && func0.call(data0, "timestamp_from")){
let data6 = data0.timestamp_from;
const _errs15 = errors;
let valid7 = false;
const _errs16 = errors;
if(!(typeof data6 === "string")){
const err13 = {instancePath:instancePath+"/body/timestamp_from",schemaPath:"#/properties/body/properties/timestamp_from/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
var _valid0 = _errs16 === errors;
valid7 = valid7 || _valid0;
const _errs18 = errors;
if(!(typeof data6 === "string")){
const err14 = {instancePath:instancePath+"/body/timestamp_from",schemaPath:"#/properties/body/properties/timestamp_from/anyOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
var _valid0 = _errs18 === errors;
valid7 = valid7 || _valid0;
const _errs20 = errors;
if(data6 !== null){
const err15 = {instancePath:instancePath+"/body/timestamp_from",schemaPath:"#/properties/body/properties/timestamp_from/anyOf/2/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
var _valid0 = _errs20 === errors;
valid7 = valid7 || _valid0;
if(!valid7){
const err16 = {instancePath:instancePath+"/body/timestamp_from",schemaPath:"#/properties/body/properties/timestamp_from/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
else {
errors = _errs15;
if(vErrors !== null){
if(_errs15){
vErrors.length = _errs15;
}
else {
vErrors = null;
}
}
}
}
if(data0.timestamp_to !== undefined && func0.call(data0, "timestamp_to")){
let data7 = data0.timestamp_to;
const _errs23 = errors;
let valid8 = false;
const _errs24 = errors;
if(!(typeof data7 === "string")){
const err17 = {instancePath:instancePath+"/body/timestamp_to",schemaPath:"#/properties/body/properties/timestamp_to/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
var _valid1 = _errs24 === errors;
valid8 = valid8 || _valid1;
const _errs26 = errors;
if(!(typeof data7 === "string")){
const err18 = {instancePath:instancePath+"/body/timestamp_to",schemaPath:"#/properties/body/properties/timestamp_to/anyOf/1/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
var _valid1 = _errs26 === errors;
valid8 = valid8 || _valid1;
const _errs28 = errors;
if(data7 !== null){
const err19 = {instancePath:instancePath+"/body/timestamp_to",schemaPath:"#/properties/body/properties/timestamp_to/anyOf/2/type",keyword:"type",params:{type: "null"}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
var _valid1 = _errs28 === errors;
valid8 = valid8 || _valid1;
if(!valid8){
const err20 = {instancePath:instancePath+"/body/timestamp_to",schemaPath:"#/properties/body/properties/timestamp_to/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
else {
errors = _errs23;
if(vErrors !== null){
if(_errs23){
vErrors.length = _errs23;
}
else {
vErrors = null;
}
}
}
}
if(data0.entity_type !== undefined && func0.call(data0, "entity_type")){
let data8 = data0.entity_type;
if(typeof data8 !== "string"){
const err21 = {instancePath:instancePath+"/body/entity_type",schemaPath:"#/properties/body/properties/entity_type/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
if(!((data8 === "business") || (data8 === "prospect"))){
const err22 = {instancePath:instancePath+"/body/entity_type",schemaPath:"#/properties/body/properties/entity_type/enum",keyword:"enum",params:{allowedValues: schema8.properties.body.properties.entity_type.enum}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
}
else {
const err23 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
}
else {
const err24 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
validate11.errors = vErrors;
return errors === 0;
}
validate11.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

const request5 = validate14;
const schema10 = {"type":"object","properties":{"body":{"type":"object","additionalProperties":false,"required":["partner_id","webhook_url"],"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"partner_id":{"type":"string"},"webhook_url":{"type":"string"}}}},"required":["body"]};

function validate14(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate14.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
let data0 = data.body;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.partner_id === undefined) || (!(func0.call(data0, "partner_id")))){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "partner_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data0.webhook_url === undefined) || (!(func0.call(data0, "webhook_url")))){
const err2 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "webhook_url"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!(((key0 === "request_context") || (key0 === "partner_id")) || (key0 === "webhook_url"))){
const err3 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.request_context !== undefined && func0.call(data0, "request_context")){
let data1 = data0.request_context;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err4 = {instancePath:instancePath+"/body/request_context",schemaPath:"#/properties/body/properties/request_context/type",keyword:"type",params:{type: schema10.properties.body.properties.request_context.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.partner_id !== undefined && func0.call(data0, "partner_id")){
if(typeof data0.partner_id !== "string"){
const err5 = {instancePath:instancePath+"/body/partner_id",schemaPath:"#/properties/body/properties/partner_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.webhook_url !== undefined && func0.call(data0, "webhook_url")){
if(typeof data0.webhook_url !== "string"){
const err6 = {instancePath:instancePath+"/body/webhook_url",schemaPath:"#/properties/body/properties/webhook_url/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
validate14.errors = vErrors;
return errors === 0;
}
validate14.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

const request6 = validate15;
const schema11 = {"type":"object","properties":{"path":{"type":"object","properties":{"partner_id":{"type":"string"}},"required":["partner_id"]}},"required":["path"]};

function validate15(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate15.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.path === undefined) || (!(func0.call(data, "path")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined && func0.call(data, "path")){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.partner_id === undefined) || (!(func0.call(data0, "partner_id")))){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/required",keyword:"required",params:{missingProperty: "partner_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.partner_id !== undefined && func0.call(data0, "partner_id")){
if(typeof data0.partner_id !== "string"){
const err2 = {instancePath:instancePath+"/path/partner_id",schemaPath:"#/properties/path/properties/partner_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate15.errors = vErrors;
return errors === 0;
}
validate15.evaluated = {"props":{"path":true},"dynamicProps":false,"dynamicItems":false};

const request7 = validate16;
const schema12 = {"type":"object","properties":{"path":{"type":"object","properties":{"partner_id":{"type":"string"}},"required":["partner_id"]}},"required":["path"]};

function validate16(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate16.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.path === undefined) || (!(func0.call(data, "path")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "path"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.path !== undefined && func0.call(data, "path")){
let data0 = data.path;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.partner_id === undefined) || (!(func0.call(data0, "partner_id")))){
const err1 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/required",keyword:"required",params:{missingProperty: "partner_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.partner_id !== undefined && func0.call(data0, "partner_id")){
if(typeof data0.partner_id !== "string"){
const err2 = {instancePath:instancePath+"/path/partner_id",schemaPath:"#/properties/path/properties/partner_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/path",schemaPath:"#/properties/path/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
else {
const err4 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
validate16.errors = vErrors;
return errors === 0;
}
validate16.evaluated = {"props":{"path":true},"dynamicProps":false,"dynamicItems":false};

const request8 = validate17;
const schema13 = {"type":"object","properties":{"body":{"type":"object","additionalProperties":false,"required":["partner_id"],"properties":{"request_context":{"type":["object","null"],"additionalProperties":true},"partner_id":{"type":"string"},"simulation":{"type":"object","properties":{"event_name":{"type":"string"},"number_of_events":{"type":"integer","minimum":1,"maximum":10},"event_time":{"type":"string","format":"date-time"}}}}}},"required":["body"]};

function validate17(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate17.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.body === undefined) || (!(func0.call(data, "body")))){
const err0 = {instancePath,schemaPath:"#/required",keyword:"required",params:{missingProperty: "body"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.body !== undefined && func0.call(data, "body")){
let data0 = data.body;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.partner_id === undefined) || (!(func0.call(data0, "partner_id")))){
const err1 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/required",keyword:"required",params:{missingProperty: "partner_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!(((key0 === "request_context") || (key0 === "partner_id")) || (key0 === "simulation"))){
const err2 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/additionalProperties",keyword:"additionalProperties",params:{additionalProperty: key0}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.request_context !== undefined && func0.call(data0, "request_context")){
let data1 = data0.request_context;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err3 = {instancePath:instancePath+"/body/request_context",schemaPath:"#/properties/body/properties/request_context/type",keyword:"type",params:{type: schema13.properties.body.properties.request_context.type}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.partner_id !== undefined && func0.call(data0, "partner_id")){
if(typeof data0.partner_id !== "string"){
const err4 = {instancePath:instancePath+"/body/partner_id",schemaPath:"#/properties/body/properties/partner_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.simulation !== undefined && func0.call(data0, "simulation")){
let data3 = data0.simulation;
if(data3 && typeof data3 == "object" && !Array.isArray(data3)){
if(data3.event_name !== undefined && func0.call(data3, "event_name")){
if(typeof data3.event_name !== "string"){
const err5 = {instancePath:instancePath+"/body/simulation/event_name",schemaPath:"#/properties/body/properties/simulation/properties/event_name/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data3.number_of_events !== undefined && func0.call(data3, "number_of_events")){
let data5 = data3.number_of_events;
if(!((typeof data5 == "number") && (!(data5 % 1) && !isNaN(data5)))){
const err6 = {instancePath:instancePath+"/body/simulation/number_of_events",schemaPath:"#/properties/body/properties/simulation/properties/number_of_events/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(typeof data5 == "number"){
if(data5 > 10 || isNaN(data5)){
const err7 = {instancePath:instancePath+"/body/simulation/number_of_events",schemaPath:"#/properties/body/properties/simulation/properties/number_of_events/maximum",keyword:"maximum",params:{comparison: "<=", limit: 10}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data5 < 1 || isNaN(data5)){
const err8 = {instancePath:instancePath+"/body/simulation/number_of_events",schemaPath:"#/properties/body/properties/simulation/properties/number_of_events/minimum",keyword:"minimum",params:{comparison: ">=", limit: 1}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
if(data3.event_time !== undefined && func0.call(data3, "event_time")){
if(!(typeof data3.event_time === "string")){
const err9 = {instancePath:instancePath+"/body/simulation/event_time",schemaPath:"#/properties/body/properties/simulation/properties/event_time/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath:instancePath+"/body/simulation",schemaPath:"#/properties/body/properties/simulation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath:instancePath+"/body",schemaPath:"#/properties/body/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate17.errors = vErrors;
return errors === 0;
}
validate17.evaluated = {"props":{"body":true},"dynamicProps":false,"dynamicItems":false};

export const requestValidators: Record<string, RequestValidator> = {
  "GET /v1/prospects/events/enrollments": request0,
  "POST /v1/prospects/events/enrollments": request1,
  "DELETE /v1/prospects/events/enrollments": request2,
  "PATCH /v1/prospects/events/enrollments": request3,
  "POST /v1/prospects/events": request4,
  "POST /v1/webhooks": request5,
  "GET /v1/webhooks/{partner_id}": request6,
  "DELETE /v1/webhooks/{partner_id}": request7,
  "POST /v1/webhooks/check_connectivity": request8,
};
